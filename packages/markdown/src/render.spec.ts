import { describe, expect, test } from '@jest/globals';
import { render, sanitise } from './index.js';

const UPLOAD = '/api/files/0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000';
const html = (source: string) => render(source).html.trim();
const paragraph = (source: string) => html(source).replace(/^<p>([^]*)<\/p>$/, '$1');
const link = (href: string, words: string) => `<a href="${href}" rel="nofollow ugc noopener">${words}</a>`;

describe('render', () => {
  test('Enter makes a line, an empty line a paragraph', () => {
    expect(html('Kính gửi anh/chị,\nđơn vị tôi xin hỏi:\n\nTrân trọng.')).toBe(
      '<p>Kính gửi anh/chị,<br />\nđơn vị tôi xin hỏi:</p>\n<p>Trân trọng.</p>',
    );
  });

  test('headings start below those of the page', () => {
    expect(html('# Căn cứ\n## Vướng mắc\n### a\n#### b\n##### c\n###### d').replaceAll('\n', '')).toBe(
      '<h3>Căn cứ</h3><h4>Vướng mắc</h4><h5>a</h5><h6>b</h6><h6>c</h6><h6>d</h6>',
    );
    expect(html('Đề cương\n=====')).toBe('<h3>Đề cương</h3>');
  });

  test('lists, quotations, emphasis, strikethrough, code', () => {
    expect(html('3. **một**\n4. *hai* ~~ba~~').replaceAll('\n', '')).toBe(
      '<ol start="3"><li><strong>một</strong></li><li><em>hai</em> <s>ba</s></li></ol>',
    );
    expect(html('> Điều 5').replaceAll('\n', '')).toBe('<blockquote><p>Điều 5</p></blockquote>');
    expect(html('```SQL x\nselect 1 < 2;\n```')).toBe(
      '<pre><code class="language-sql">select 1 &lt; 2;\n</code></pre>',
    );
    expect(paragraph('`a<b`')).toBe('<code>a&lt;b</code>');
  });

  test('tables with alignment, without style attributes', () => {
    expect(html('| Đơn vị | Số |\n|:--|--:|\n| Sở Nội vụ | 12 |').replaceAll('\n', '')).toBe(
      '<table><thead><tr><th align="left">Đơn vị</th><th align="right">Số</th></tr></thead>' +
        '<tbody><tr><td align="left">Sở Nội vụ</td><td align="right">12</td></tr></tbody></table>',
    );
  });

  test('raw HTML is text', () => {
    expect(paragraph('<b onclick="x">đậm</b>')).toBe('&lt;b onclick="x"&gt;đậm&lt;/b&gt;');
  });

  test.each([
    ['[luật](https://vanban.chinhphu.vn/?id=1&x=2)', link('https://vanban.chinhphu.vn/?id=1&amp;x=2', 'luật')],
    ['[thư](mailto:vanthu@mic.gov.vn)', link('mailto:vanthu@mic.gov.vn', 'thư')],
    ['[hỏi](/hoi-dap/12)', link('/hoi-dap/12', 'hỏi')],
    [
      'xem https://mic.gov.vn/Việt-Nam.',
      `xem ${link('https://mic.gov.vn/Vi%E1%BB%87t-Nam', 'https://mic.gov.vn/Việt-Nam')}.`,
    ],
    ['<https://mic.gov.vn>', link('https://mic.gov.vn', 'https://mic.gov.vn')],
    ['[a](//evil.vn)', '[a](//evil.vn)'],
    ['[a](ftp://a.vn)', '[a](ftp://a.vn)'],
    ['[a](trang)', '[a](trang)'],
    ['[a](#x)', '[a](#x)'],
    ['[a](https://mic.gov.vn@evil.vn)', `[a](${link('https://mic.gov.vn', 'https://mic.gov.vn')}@evil.vn)`],
    ['mic.gov.vn và ftp://a.vn và a@b.vn', 'mic.gov.vn và ftp://a.vn và a@b.vn'],
    ['[<https://a.vn>](https://b.vn)', link('https://b.vn', 'https://a.vn')],
  ])('link %s', (source, expected) => {
    expect(paragraph(source)).toBe(expected);
  });

  test('pictures: own files only, others become plain links', () => {
    expect(paragraph(`![Sơ đồ <1>](${UPLOAD} "Hình 1")`)).toBe(
      `<img src="${UPLOAD}" alt="Sơ đồ &lt;1&gt;" title="Hình 1" loading="lazy" />`,
    );
    expect(paragraph('![Sơ đồ](https://a.vn/x.png)')).toBe(link('https://a.vn/x.png', 'Sơ đồ'));
    expect(paragraph('![](https://a.vn/x.png)')).toBe(link('https://a.vn/x.png', 'https://a.vn/x.png'));
    expect(paragraph('[![x](https://a.vn/x.png)](https://b.vn)')).toBe(link('https://b.vn', 'x'));
    expect(paragraph('![x](data:image/png;base64,AA)')).toBe('![x](data:image/png;base64,AA)');
  });

  test('a mention leaves a placeholder without a name', () => {
    const {
      html: stored,
      text,
      mentions,
    } = render('Nhờ @[Nguyễn Văn An](person:12), @[Sở Nội vụ](organisation:7) và @[An](person:12) xem giúp');
    expect(stored).toBe(
      '<p>Nhờ <a data-ref="person:12"></a>, <a data-ref="organisation:7"></a> và <a data-ref="person:12"></a> xem giúp</p>\n',
    );
    expect(text).toBe('Nhờ @…, @… và @… xem giúp');
    expect(mentions).toEqual([
      { kind: 'person', id: 12 },
      { kind: 'organisation', id: 7 },
    ]);
  });

  test('what is not a mention stays text', () => {
    for (const source of [
      '@[A](person:0)',
      '@[A](person:2147483648)',
      '@[A](group:1)',
      '\\@[A](person:1)',
      '`@[A](person:1)`',
    ]) {
      expect(render(source).mentions).toEqual([]);
      expect(render(source).html).not.toContain('data-ref');
    }
  });

  test('a mention inside a link undoes the link, inside a picture it loses its name', () => {
    expect(paragraph('[hỏi @[An](person:1)](https://a.vn)')).toBe('hỏi <a data-ref="person:1"></a>');
    expect(html(`![@[An](person:1)](${UPLOAD})`)).toContain('alt="@…"');
    expect(render(`![@[An](person:1)](${UPLOAD})`).mentions).toEqual([]);
  });

  test('counts links and writes at most a hundred', () => {
    const rendered = render('https://a.vn '.repeat(150));
    expect(rendered.links).toBe(150);
    expect(rendered.html.match(/<a /g)).toHaveLength(100);
  });

  test('decomposed input gives the same bytes; hidden direction marks and controls are gone', () => {
    const source = 'Điều phối viên xử lý hồ sơ';
    expect(html(source.normalize('NFD'))).toBe(html(source));
    expect(paragraph('a\u202eb\u0007c &#x202e;d')).toBe('abc d');
    expect(paragraph('\u0338x')).toBe('\u0338x');
  });

  test('the sanitiser leaves what render wrote as it is', () => {
    const stored = html(
      `# a\n- b\n\n| a |\n|:-:|\n| "&amp;" |\n\n![](${UPLOAD})\n\n@[x](person:1)\n\`\`\`c++\n<\n\`\`\``,
    );
    expect(sanitise(stored)).toBe(stored);
  });
});

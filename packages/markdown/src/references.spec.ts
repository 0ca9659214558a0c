import { describe, expect, test } from '@jest/globals';
import { fillReferences, references, render } from './index.js';

const stored = render('Nhờ @[Tên cũ](person:12) và @[Ẩn](organisation:7) xem').html;

const fill = (label: string, href: string) =>
  fillReferences('<a data-ref="person:1"></a>', () => ({ label, href }), '');

describe('references', () => {
  test('are listed once each, in order', () => {
    expect(references(stored + stored)).toEqual([
      { kind: 'person', id: 12 },
      { kind: 'organisation', id: 7 },
    ]);
  });

  test('are filled for this reader; the unknown one has words and no link', () => {
    const filled = fillReferences(
      stored,
      (kind, id) => (kind === 'person' ? { label: 'Nguyễn Thị Bình', href: `/danh-ba/${id}` } : undefined),
      'đơn vị',
    );
    expect(filled).toBe(
      '<p>Nhờ <a class="reference" href="/danh-ba/12">@Nguyễn Thị Bình</a> và <span class="reference">@đơn vị</span> xem</p>\n',
    );
  });

  test('names and addresses are escaped, unsafe addresses dropped', () => {
    expect(fill('<b>"&', '/a?b="&c')).toBe('<a class="reference" href="/a?b=&quot;&amp;c">@&lt;b&gt;&quot;&amp;</a>');
    expect(fill('An', 'javascript:x')).toBe('<span class="reference">@An</span>');
    expect(fillReferences('<a data-ref="person:1"></a>', () => undefined, '<i>')).toBe(
      '<span class="reference">@&lt;i&gt;</span>',
    );
    expect(fill('$& $1', '/a')).toBe('<a class="reference" href="/a">@$&amp; $1</a>');
  });

  test('cannot be forged in text, code, titles or alternative texts', () => {
    const forged = '<a data-ref="person:1"></a>';
    const sources = [forged, `\`${forged}\``, `[x](https://a.vn '${forged}')`, `    ${forged}`, `[${forged}](/x)`];
    for (const source of sources) expect(references(render(source).html)).toEqual([]);
    expect(references('<a data-ref="person:9999999999"></a>')).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { LIMITS, limits, render } from './index.js';

const BUDGET_MS = 250;
const fill = (part: string) => part.repeat(Math.ceil(LIMITS.codePoints / part.length)).slice(0, LIMITS.codePoints);
const rows = (columns: number) => `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n`;
const staircase = (line: (step: number) => string) => {
  let text = '';
  for (let step = 1; text.length < LIMITS.codePoints; step += 1) text += line(step);
  return text;
};

const REPEATED = [
  ...'[ * _ ` > ~ ! < & | : " \\ # = @ ế 😀'.split(' '),
  ...'![ []( [a]( [a](<b ]( <a: &# a**b *a_ **a ~~a~~ ***a*** http:// https://a.b/(( x@y.z @[ @[a @[a]( <!-- <![CDATA['.split(
    ' ',
  ),
  ...'@[a](person:1) [a][b] ![a](/b) [a](/b) `a``b``` <?'.split(' '),
  '*a **b ',
  '> ',
  '>\n',
  '- ',
  '- - ',
  '1. ',
  '- a\n',
  '1) a\n',
  '> a\n',
  'a\n',
  '|-\n',
  'a|\n-|\n',
  '```\n',
  '~~~a\n',
  '# a\n',
  '=\n',
  'a\n=\n',
  '[a]:b\n',
  '[a]: /b "\n',
  '* a\n  ',
  '- a\n ',
  'http://a ',
  '\\\n',
  '\t',
  '\u0000',
  '&nbsp;',
];

const SHAPED: Record<string, string> = {
  'brackets inside brackets': '['.repeat(25_000) + ']'.repeat(25_000),
  'emphasis inside emphasis': '*'.repeat(25_000) + 'a' + '*'.repeat(24_999),
  'pictures inside pictures': '!['.repeat(8_000) + '](/b)'.repeat(6_800),
  'many small nests of pictures': fill('!['.repeat(40) + 'a' + '](/b)'.repeat(40)),
  'links and pictures in turn': fill('[!['.repeat(20) + 'a' + '](/b)](/c)'.repeat(20)),
  'runs of backticks, each longer': staircase((step) => '`'.repeat(step) + 'a'),
  'lists, each deeper': staircase((step) => ' '.repeat(step) + '- a\n'),
  'lazy lines below deep quotations': '> '.repeat(200) + '\n' + 'a\n'.repeat(24_000),
  'lazy lines below deep lists': '- '.repeat(200) + 'b\n' + 'a\n'.repeat(24_000),
  'wide table of empty rows': rows(500) + '|\n'.repeat(20_000),
  'narrow table of empty rows': rows(50) + '|\n'.repeat(20_000),
  'one very wide row': rows(12_000),
  'a long address used often': `[a]: /${'b'.repeat(20_000)}\n\n${'[a]'.repeat(9_000)}`,
  'a long title used often': `[a]: /b "${'t'.repeat(20_000)}"\n\n${'[a]'.repeat(9_000)}`,
};

/** Milliseconds of processor that some work took: what else runs on the machine does not count. */
function cost(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

// Three tries: the collector of garbage may take one of them, a quadratic rule takes all.
const fastest = (source: string) => Math.min(...[1, 2, 3].map(() => cost(() => render(source))));

describe('50,000 code points', () => {
  test.each(REPEATED)('of %j render in time', (part) => {
    expect(fastest(fill(part))).toBeLessThan(BUDGET_MS);
  });

  test.each(Object.entries(SHAPED))('%s render in time', (_name, source) => {
    expect(fastest(source)).toBeLessThan(BUDGET_MS);
  });

  test('no text grows beyond twenty times its length', () => {
    for (const source of [...REPEATED.map(fill), ...Object.values(SHAPED)]) {
      expect(render(source).html.length).toBeLessThan(20 * LIMITS.codePoints);
    }
  });

  test('of ordinary prose are checked and rendered within 50 ms each', () => {
    const prose = fill(
      'Kính gửi các anh chị, **đơn vị tôi** đang triển khai theo Nghị định 30/2020/NĐ-CP, nhờ @[An](person:1) xem.\n\n- một\n- hai\n\n',
    );
    expect(fastest(prose)).toBeLessThan(50);
    expect(cost(() => expect(limits(prose)).toBe('too_many_mentions'))).toBeLessThan(BUDGET_MS);
  });
});

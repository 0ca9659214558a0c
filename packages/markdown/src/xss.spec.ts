import { describe, expect, test } from '@jest/globals';
import { survivors } from './fixtures/strict-html.js';
import { xssCorpus } from './fixtures/xss.js';
import { references, render, sanitise } from './index.js';

const corpus = xssCorpus();

describe('the corpus of attacks', () => {
  test('has at least 40 families and 1,000 strings, each family with variants', () => {
    const sizes = new Map<string, number>();
    for (const { family } of corpus) sizes.set(family, (sizes.get(family) ?? 0) + 1);
    expect(sizes.size).toBeGreaterThanOrEqual(40);
    expect(corpus.length).toBeGreaterThanOrEqual(1_000);
    expect([...sizes].filter(([, size]) => size < 5)).toEqual([]);
  });

  test('leaves nothing but the allow-list when rendered', () => {
    const survived = corpus.flatMap(({ family, source }) => {
      const found = survivors(render(source).html);
      return found.length > 0 ? [{ family, source, found }] : [];
    });
    expect(survived).toEqual([]);
  });

  test('leaves nothing but the allow-list when it reaches the sanitiser as HTML', () => {
    const survived = corpus.flatMap(({ family, source }) => {
      const found = survivors(sanitise(source)).filter((what) => what !== '<a> neither link nor mention');
      return found.length > 0 ? [{ family, source, found }] : [];
    });
    expect(survived).toEqual([]);
  });

  test('forges no mention and loads no picture from elsewhere', () => {
    const forged = corpus.filter(({ source }) => source.includes('<a data-ref') && !source.includes('@['));
    expect(forged.length).toBeGreaterThan(3);
    for (const { source } of forged) expect(references(render(source).html)).toEqual([]);
  });

  test('the strict grammar refuses what it must', () => {
    for (const html of [
      '<p>',
      '<P></P>',
      '<p onclick=x></p>',
      '<a href="<"></a>',
      '&nbsp;',
      '<p></b>',
      'a > b',
      '<br',
    ]) {
      expect(() => survivors(html)).toThrow();
    }
    expect(survivors('<script></script>')).toEqual(['<script>']);
    expect(survivors('<a href="javascript:x" rel="nofollow ugc noopener"></a>')).toHaveLength(1);
    expect(survivors('<img src="http://a.vn/x.png" />')).toHaveLength(1);
  });
});

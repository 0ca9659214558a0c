import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { survivors } from './fixtures/strict-html.js';
import { excerpt, fillReferences, limits, plainText, references, render, sanitise } from './index.js';

const MARKS =
  '* ** _ ~~ ` ``` > - 1. # | |-|-| [ ] ( ) ![ ]( < > \\ & &lt; &#x3c; &quot; " \' @[ ](person:1) ](organisation:2) http://a.vn https:// @[Nguyễn](person:1) [x](/y) ' +
  'javascript: /api/files/0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000 <script> </script> <img onerror= --> <!-- [a]: /b \u0000 \u202e \u0338 Nghị định hồ sơ';
const TAGS =
  '<a </a> <a> <a href="x"> <a href="/x"> <a data-ref="person:1"> <img <img src=x> <p> </p> <td> <table> <li> <ul> <svg> <math> <style> </style> ' +
  '<textarea> </textarea> <iframe> <noscript> </noscript> <script> <select> <option> <br> </br> <!-- --> <![CDATA[ <? > < / " \' = &lt; &amp;lt; &#60; onerror=x đ \u0000';

const pieces = (words: string, space: string) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...words.split(' '), ' ', '\n', '\n\n', '    '),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(space));
const markdown = fc.oneof(pieces(MARKS, ''), pieces(MARKS, ' '), fc.string({ unit: 'binary' }));
const tagSoup = fc.oneof(pieces(TAGS, ''), pieces(TAGS, ' '), fc.string());
const RUNS = { numRuns: 1_500 };

describe('for every text', () => {
  test('only the allow-list is written, and sanitising again changes nothing', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { html } = render(source);
        expect(survivors(html)).toEqual([]);
        expect(sanitise(html)).toBe(html);
      }),
      RUNS,
    );
  });

  test('rendering is deterministic and independent of what was rendered before', () => {
    fc.assert(
      fc.property(markdown, markdown, (source, other) => {
        const first = render(source);
        render(other);
        expect(render(source)).toEqual(first);
        expect(render(source.normalize('NFD').normalize('NFC'))).toEqual(render(source.normalize('NFC')));
      }),
      RUNS,
    );
  });

  test('mentions counted are the placeholders written', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { html, mentions } = render(source);
        expect(references(html)).toEqual(mentions);
        expect(fillReferences(html, () => undefined, 'ai đó')).not.toContain('data-ref');
      }),
      RUNS,
    );
  });

  test('plain text, excerpt and limits never throw', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 1, max: 60 }), (source, length) => {
        expect(plainText(source)).toBe(plainText(source).normalize('NFC'));
        expect(Array.from(excerpt(source, length)).length).toBeLessThanOrEqual(length);
        limits(source);
      }),
      RUNS,
    );
  });
});

describe('for every HTML', () => {
  test('the sanitiser is idempotent and leaves only the allow-list', () => {
    fc.assert(
      fc.property(tagSoup, (html) => {
        const once = sanitise(html);
        expect(sanitise(once)).toBe(once);
        expect(survivors(once).filter((what) => what !== '<a> neither link nor mention')).toEqual([]);
      }),
      RUNS,
    );
  });
});

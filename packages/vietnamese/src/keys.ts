import { analyse } from './terms.js';

/** Impact levels per term; a key is `hash29(term) << 3 | level`. */
export const LEVELS = 8;

// BM25 with k1 = 1.2, b = 0.75 and a constant pivot of 90 syllables: changing any of these means a reindex.
const K1 = 1.2;
const B = 0.75;
const AVERAGE_LENGTH = 90;
const TITLE_WEIGHT = 2;
const MAX_IMPACT = K1 + 1;

/** A new term of a text for the table of terms: its hash and the hash of its folded form, level bits 0. */
export interface TermRow {
  h: number;
  f: number;
}

/** FNV-1a over UTF-16 code units with murmur3's finish, 29 bits: 0 … 2^29 - 1. */
export function hash29(term: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 3;
}

/** The int4 of a term with level bits 0: `term.h`, and the key of a filter term such as `space:3`. */
export function termKey(term: string): number {
  return hash29(term) << 3;
}

/** The BM25 part that a level stands for: the middle of its step of 0 … 2.2. */
export function levelImpact(level: number): number {
  return ((level + 0.5) * MAX_IMPACT) / LEVELS;
}

function levelOf(frequency: number, length: number): number {
  const impact = (frequency * MAX_IMPACT) / (frequency + K1 * (1 - B + (B * length) / AVERAGE_LENGTH));
  return Math.min(LEVELS - 1, Math.floor((impact * LEVELS) / MAX_IMPACT));
}

/**
 * The `int4[]` of a search row: one key per distinct term, the title counted twice, sorted ascending and distinct.
 * `filters` are taken as they are at level 0 (`space:3`, `chunk:12`); no term of a text can look like them.
 */
export function searchKeys(title: string, body: string, filters: Iterable<string> = []): number[] {
  const frequencies = new Map<number, number>();
  let length = 0;
  const count = (text: string, weight: number): void => {
    for (const term of analyse(text)) {
      const h = termKey(term.text);
      frequencies.set(h, (frequencies.get(h) ?? 0) + weight);
      if (!term.bigram) length += weight;
    }
  };
  count(title, TITLE_WEIGHT);
  count(body, 1);
  const keys = new Set<number>();
  for (const [h, frequency] of frequencies) keys.add(h | levelOf(frequency, length));
  for (const filter of filters) keys.add(termKey(filter));
  return [...keys].toSorted((left, right) => left - right);
}

/** The distinct terms of a text for the table of terms, ascending by `h`: one locking order for all writers. */
export function termRows(title: string, body: string): TermRow[] {
  const rows = new Map<number, TermRow>();
  for (const text of [title, body]) {
    for (const term of analyse(text)) {
      const h = termKey(term.text);
      if (!rows.has(h)) rows.set(h, { h, f: termKey(term.folded) });
    }
  }
  return [...rows.values()].toSorted((left, right) => left.h - right.h);
}

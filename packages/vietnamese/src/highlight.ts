import { hasMarks } from './fold.js';
import { normalise } from './normalise.js';
import { analyse, formOf, isWhole } from './terms.js';

/** A stretch of a text, marked or not. */
export interface Highlight {
  text: string;
  hit: boolean;
}

// A syllable in the text as it stands: decomposed marks and invisible characters belong to it.
const PART = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200B-\u200D\u2060\uFEFF\u00AD]*/gu;
const JOINED = /^[\s/&-]$/u;

/**
 * A text cut into stretches for `<mark>`: the syllables of the query are hits, and neighbouring hits are one. A query
 * without marks finds all marked forms; in a query with marks every mark counts, as in the ranking. The stretches
 * joined are the text, character by character, also for NFD; no stretch is empty.
 */
export function highlight(text: string, query: string): Highlight[] {
  const exact = hasMarks(query);
  const wanted = new Set<string>();
  for (const term of analyse(query)) {
    if (!term.bigram && !isWhole(term)) wanted.add(exact ? term.text : term.folded);
  }
  const stretches: Highlight[] = [];
  const push = (stretch: string, hit: boolean): void => {
    const last = stretches.at(-1);
    if (stretch === '') return;
    if (last?.hit === hit) last.text += stretch;
    else stretches.push({ text: stretch, hit });
  };
  let end = 0;
  for (const match of wanted.size > 0 ? text.matchAll(PART) : []) {
    const form = formOf(normalise(match[0]).toLowerCase());
    if (!wanted.has(exact ? form.text : form.folded)) continue;
    const gap = text.slice(end, match.index);
    push(gap, end > 0 && JOINED.test(gap));
    push(match[0], true);
    end = match.index + match[0].length;
  }
  push(text.slice(end), false);
  return stretches;
}

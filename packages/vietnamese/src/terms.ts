import { fold } from './fold.js';
import { normalise } from './normalise.js';
import { toneNormalise } from './syllables.js';

/** One unit of search: a syllable, a pair of neighbours, or a whole document number. */
export interface Term {
  /** The marked, tone-normalised form; a bigram is two forms with a space between. */
  text: string;
  /** The form without marks, by which unmarked typing finds it. */
  folded: string;
  bigram: boolean;
  /** Index of the (first) syllable in the text, from 0. */
  position: number;
}

interface Form {
  text: string;
  folded: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[/&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const JOINT = /[/&-]/u;
const NUMBER_OR_AMPERSAND = /[\p{N}&]/u;
const DIGIT = /\p{N}/u;
const TONES = /[1-5]/gu;

const CACHE_SIZE = 200_000;
const CACHED_LENGTH = 32;
const forms = new Map<string, Form>();

/** The search form of one syllable or abbreviation, remembered: a corpus has few distinct ones. */
export function formOf(part: string): Form {
  const known = forms.get(part);
  if (known) return known;
  const text = toneNormalise(part);
  // Folded from the form and not from the spelling, so that "ki thuat" finds both kỹ and kĩ.
  const folded = fold(DIGIT.test(part) ? part : text.replace(TONES, ''));
  const form = { text, folded };
  if (part.length <= CACHED_LENGTH) {
    if (forms.size >= CACHE_SIZE) forms.clear();
    forms.set(part, form);
  }
  return form;
}

/**
 * The terms of a text in reading order, the same for index, query and highlight: every syllable, every pair of
 * neighbours (across punctuation too), and words joined by / & - also whole and folded when they hold a digit or &
 * (749/QĐ-TTg gives 749, qđ, ttg, their pairs and `749/qd-ttg`). Source: search design, section "Analyser".
 */
export function analyse(text: string): Term[] {
  const terms: Term[] = [];
  let before: Form | undefined;
  let position = 0;
  for (const [word] of normalise(text).toLowerCase().matchAll(WORD)) {
    const parts = word.split(JOINT);
    if (parts.length > 1 && NUMBER_OR_AMPERSAND.test(word)) {
      const whole = fold(word);
      terms.push({ text: whole, folded: whole, bigram: false, position });
    }
    for (const part of parts) {
      const form = formOf(part);
      if (before) {
        const pair = { text: `${before.text} ${form.text}`, folded: `${before.folded} ${form.folded}` };
        terms.push({ ...pair, bigram: true, position: position - 1 });
      }
      terms.push({ ...form, bigram: false, position });
      before = form;
      position += 1;
    }
  }
  return terms;
}

/** Whether a term is a whole document number or joined abbreviation rather than one of its parts. */
export function isWhole(term: Pick<Term, 'text'>): boolean {
  return JOINT.test(term.text);
}

import { hasMarks } from './fold.js';
import { termKey } from './keys.js';
import { analyse, formOf, isWhole, type Term } from './terms.js';

/** One unit of a query, ready for the look-up `SELECT h, f, df FROM term WHERE f = ANY(…)`. */
export interface QueryTerm {
  text: string;
  /** Key of the form as typed, level bits 0. */
  h: number;
  /** Key of its folded form: the rows of `term` with this `f` are its variants. */
  f: number;
  /** The query carries marks: the variant with `h` counts in full, the others little. Otherwise all count alike. */
  exact: boolean;
  /** Factor on the idf of the unit, 1 for what was typed; expansions of abbreviations stay below. */
  weight: number;
  bigram: boolean;
  /** Index of the (first) syllable in the query. */
  position: number;
}

/** Syllables that nearly every text holds: the first to go when a question is long. */
const COMMON = (
  'và của là có cho các những được trong với một để khi thì mà ở từ theo như này đó về tại bị ra vào đã đang sẽ ' +
  'không gì nào bao nhiêu đến hay hoặc trên bởi vì sao ai đâu thế phải xin hỏi'
)
  .split(' ')
  .map(formOf);
const COMMON_MARKED = new Set(COMMON.map((form) => form.text));
const COMMON_FOLDED = new Set(COMMON.map((form) => form.folded));

/** Lower is kept first: whole numbers, telling syllables, telling pairs, then common ones. */
function rank(term: Term, exact: boolean): number {
  if (isWhole(term)) return 0;
  const parts = (exact ? term.text : term.folded).split(' ');
  const common = exact ? COMMON_MARKED : COMMON_FOLDED;
  return (parts.some((part) => common.has(part)) ? 3 : 1) + (term.bigram ? 1 : 0);
}

/**
 * The distinct units of a query in reading order, at most `limit` (16): of a longer question whole document numbers,
 * telling syllables and telling pairs are kept first. Never throws; a query without letters or digits gives [].
 */
export function queryTerms(query: string, limit = 16): QueryTerm[] {
  const exact = hasMarks(query);
  const distinct = new Map<string, Term>();
  for (const term of analyse(query)) if (!distinct.has(term.text)) distinct.set(term.text, term);
  let terms = [...distinct.values()];
  if (terms.length > limit) {
    const kept = new Set(terms.toSorted((left, right) => rank(left, exact) - rank(right, exact)).slice(0, limit));
    terms = terms.filter((term) => kept.has(term));
  }
  return terms.map(({ text, folded, bigram, position }) => {
    return { text, h: termKey(text), f: termKey(folded), exact, weight: 1, bigram, position };
  });
}

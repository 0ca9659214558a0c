import { isWhole, LEVELS, levelImpact, queryTerms, type QueryTerm } from '@hat-nhan/vietnamese';

/** Units of a query: syllables, pairs and whole numbers. */
const UNITS = 24;
/** Rows that the chosen segments may hold together: the cost of a search, and how much of a common word it sees. */
export const BUDGET = 3000;
const SEGMENTS = 800;
const BIGRAM = 0.7;
/** What another marking of a typed syllable counts, where the query carries marks. */
const VARIANT = 0.3;
/** Weights go to PostgreSQL as whole numbers, so that sums do not depend on the order of rows. */
const SCALE = 1000;

/** A marked form that a unit may stand for, as `app.search_terms` gives it. */
export interface TermRow {
  h: number;
  f: number;
  /** Rows per level at the last recount. */
  df: number[];
  open_df: number;
  open_rows: number;
}

/** What `app.search` is asked: the keys to score by, ascending, and the segments to read. */
export interface Plan {
  keys: number[];
  weights: number[];
  syllables: number[];
  segments: number[];
  /** Number of distinct syllables in the query. */
  typed: number;
  /** Segments were left out: there may be more matches. */
  cut: boolean;
}

/** The units of what was typed; [] for less than two letters or digits. */
export function unitsOf(query: string): QueryTerm[] {
  const letters = query.match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length < 2 ? [] : queryTerms(query, UNITS);
}

const idf = (df: number, rows: number) => Math.log(1 + (rows - Math.min(df, rows) + 0.5) / (Math.min(df, rows) + 0.5));

/** Weight and syllables of every form that the units may stand for. */
function weigh(units: QueryTerm[], rows: TermRow[]): { forms: Map<number, Weighed>; typed: number } {
  const size = rows[0]?.open_rows ?? 0;
  const byFold = Map.groupBy(rows, (row) => row.f);
  const positions = new Map<number, number>();
  const forms = new Map<number, Weighed>();
  for (const unit of units) {
    const variants = byFold.get(unit.f) ?? [];
    const single = !unit.bigram && !isWhole(unit);
    if (single && !positions.has(unit.position)) positions.set(unit.position, positions.size);
    const folded =
      idf(
        variants.reduce((sum, row) => sum + row.open_df, 0),
        size,
      ) * (unit.exact ? VARIANT : 1);
    for (const row of variants) {
      const exact = unit.exact && row.h === unit.h ? idf(row.open_df, size) : 0;
      const form = forms.get(row.h) ?? { row, weight: 0, syllables: 0 };
      form.weight += (folded + exact) * unit.weight * (unit.bigram ? BIGRAM : 1);
      if (single) form.syllables |= 2 ** positions.get(unit.position)!;
      forms.set(row.h, form);
    }
  }
  return { forms, typed: positions.size };
}

interface Segment {
  key: number;
  weight: number;
  syllables: number;
  /** Rows that hold it at the last recount. */
  rows: number;
}

interface Weighed {
  row: TermRow;
  weight: number;
  /** One bit for each syllable of the query that this form is. */
  syllables: number;
}

/**
 * Chooses what to read: segments (one form at one level of impact) by what they may add to a score, until the budget
 * of rows is used.
 */
export function planSearch(units: QueryTerm[], rows: TermRow[], budget = BUDGET): Plan | undefined {
  const { forms, typed } = weigh(units, rows);
  const segments: Segment[] = [...forms.values()].flatMap(({ row, weight, syllables }) =>
    Array.from({ length: LEVELS }, (_, level) => ({
      key: row.h | level,
      weight: Math.max(1, Math.round(weight * levelImpact(level) * SCALE)),
      syllables,
      rows: row.df[level] ?? 0,
    })),
  );
  if (segments.length === 0) return undefined;

  const byWeight = segments.toSorted((left, right) => right.weight - left.weight || left.key - right.key);
  // What was never counted is new, or in nobody's common sight: it takes nothing from what was.
  const uncounted = byWeight.filter(({ rows }) => rows === 0).slice(0, SEGMENTS);
  const counted = byWeight.filter(({ rows }) => rows > 0);
  const chosen: Segment[] = [];
  let used = 0;
  for (const segment of counted) {
    if (chosen.length === SEGMENTS) break;
    if (used + segment.rows > budget) continue;
    used += segment.rows;
    chosen.push(segment);
  }
  // Every word of the query is in thousands of texts: read the smallest part rather than answer nothing.
  if (chosen.length === 0 && counted.length > 0)
    chosen.push(counted.reduce((least, one) => (one.rows < least.rows ? one : least)));
  const byKey = segments.toSorted((left, right) => left.key - right.key);
  return {
    keys: byKey.map((segment) => segment.key),
    weights: byKey.map((segment) => segment.weight),
    syllables: byKey.map((segment) => segment.syllables),
    segments: [...uncounted, ...chosen].map(({ key }) => key).toSorted((left, right) => left - right),
    typed,
    cut: chosen.length < counted.length,
  };
}

/** One bound of a drill and what was measured against it. */
export interface Bound {
  what: string;
  value: number;
  /** At most (`max`) or at least (`min`); absent: told, not judged. */
  max?: number;
  min?: number;
  unit?: string;
}

/** Whether the value keeps its bound. */
export const holds = ({ value, max, min }: Bound): boolean =>
  Number.isFinite(value) && (max === undefined || value <= max) && (min === undefined || value >= min);

const wish = ({ max, min }: Bound) => (max === undefined ? (min === undefined ? '' : `≥ ${min}`) : `≤ ${max}`);
const round = (value: number) => Math.round(value * 10) / 10;

/** Prints one table and a JSON line a bound; the process will end with 1 when one is missed. */
export function tell(drill: string, bounds: Bound[]): void {
  const rows = bounds.map((bound) => ({
    measured: bound.what,
    value: `${round(bound.value)}${bound.unit ? ` ${bound.unit}` : ''}`,
    bound: wish(bound),
    verdict: wish(bound) === '' ? '' : holds(bound) ? 'kept' : 'MISSED',
  }));
  const wide = (key: keyof (typeof rows)[number]) => Math.max(key.length, ...rows.map((row) => row[key].length));
  const line = (row: (typeof rows)[number]) =>
    (['measured', 'value', 'bound', 'verdict'] as const).map((key) => row[key].padEnd(wide(key))).join('  ');
  console.log(line({ measured: 'measured', value: 'value', bound: 'bound', verdict: 'verdict' }));
  for (const row of rows) console.log(line(row));
  for (const bound of bounds)
    console.log(JSON.stringify({ drill, ...bound, value: round(bound.value), kept: holds(bound) }));
  if (!bounds.every(holds)) process.exitCode = 1;
}

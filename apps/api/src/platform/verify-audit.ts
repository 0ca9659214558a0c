/** One thing that is wrong with the chain: the number of its seal or the id of its row, and what. */
export interface Fault {
  seal: number | null;
  row: number | null;
  what: 'changed' | 'removed' | 'inserted' | 'chain broken';
}
export interface Verified {
  sealed: number;
  /** The newest seal in hexadecimal, to be kept elsewhere: with it a log cut short at its end is found too. */
  head: string;
  faults: Fault[];
}

type Query = <T>(text: string, values?: unknown[]) => Promise<T[]>;

// A deed is sealed within minutes. Who is found older than what was sealed long before him was put in afterwards.
const LATE = '1 hour';
const CHAIN = `select s.no::int as seal, s.audit_id::int as row, a.id is null as removed,
    s.seal is distinct from sha256(coalesce(lag(s.seal) over (order by s.no), ''::bytea) || app.audit_text(a)) as changed,
    s.no is distinct from coalesce(lag(s.no) over (order by s.no), 0) + 1 as gap,
    a.at < max(s.sealed_at) over (order by s.no rows between unbounded preceding and 1 preceding) - interval '${LATE}' as late
  from audit_seal s left join audit a on a.id = s.audit_id`;
const FAULTS = `select * from (${CHAIN}) c where removed or changed or gap or late order by seal`;
const UNSEALED = `select a.id::int as row from audit a where not exists (select from audit_seal s where s.audit_id = a.id)
  and a.at < (select max(s.sealed_at) from audit_seal s) - interval '${LATE}' order by a.id`;
const HEAD = `select count(*)::int as sealed, coalesce(encode((array_agg(seal order by no desc))[1], 'hex'), '') as head from audit_seal`;

interface Found {
  seal: number;
  row: number;
  removed: boolean;
  changed: boolean;
  gap: boolean;
}

const whatOf = ({ removed, gap, changed }: Found): Fault['what'] => {
  if (gap) return 'chain broken';
  if (removed) return 'removed';
  return changed ? 'changed' : 'inserted';
};

/** Recomputes the chain of the audit log. `query` runs one statement; `head`, where given, must be one of the seals. */
export async function verifyAudit(query: Query, head?: string): Promise<Verified> {
  const faults = (await query<Found>(FAULTS)).map((found): Fault => ({
    seal: found.seal,
    row: found.row,
    what: whatOf(found),
  }));
  const unsealed = await query<{ row: number }>(UNSEALED);
  faults.push(...unsealed.map(({ row }): Fault => ({ seal: null, row, what: 'inserted' })));
  const [state] = await query<{ sealed: number; head: string }>(HEAD);
  if (head) {
    const known = await query(`select 1 from audit_seal where seal = decode($1, 'hex')`, [head]);
    if (known.length === 0) faults.push({ seal: null, row: null, what: 'chain broken' });
  }
  return { ...state!, faults };
}

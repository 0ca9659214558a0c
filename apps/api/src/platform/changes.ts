import { sql, type Db } from './db.js';
import { HORIZON } from './horizon.js';

/** One event as a browser learns of it. */
export interface Change {
  xid: string;
  kind: string;
  itemId: number | null;
  version: number;
}
/** The same with whom it is for. */
export interface Logged extends Change {
  spaceId: number | null;
  personId: number | null;
  sessionId: number | null;
}
interface Window {
  settled: string;
  scanned: number;
  end: string | null;
  items: Change[];
  forgotten: boolean;
}
export type Readers = Map<number, { people: Set<number>; moderators: Set<number>; open: boolean }>;

/** Who asks to join is nothing for the other members: such events are told to the moderators alone. */
export const forModerators = ({ kind }: { kind: string }): boolean => kind.startsWith('joining.');

// Events of one transaction stay together (`with ties`), since its id is the only place in the log that a reader keeps.
const WINDOW = 500;
const WITH_HORIZON = `with horizon as materialized (select ${HORIZON} as xid)`;
const SETTLED = '(select xid from horizon)';
const READABLE = `item_id is not null and space_id = any ((select app.spaces())::int[])
  and (name <> 'notification.created' or (payload->>'personId')::int = (select app.viewer()))
  and (name not like 'joining.%' or space_id = any ((select app.viewer_spaces('moderate'))::int[]))`;

// Events older than upkeep keeps them are gone; who saw the log last before that has missed what nobody can tell him. A place
// that no transaction has reached yet is one of a life before a restore: they are numbered anew there.
const FORGOTTEN = `(select xid from event_cursor where consumer = 'forgotten')`;

const NEWEST =
  sql(`${WITH_HORIZON}, latest as (select * from event where xid < ${SETTLED} order by xid desc, id desc limit ${WINDOW})
  select coalesce((max(xid) filter (where ${READABLE} and at <= now() - make_interval(secs => $1)))::text, (min(xid)::text::numeric - 1)::text,
    ${FORGOTTEN}::text) as last, (${SETTLED}::text::numeric - 1)::text as settled from latest`);
const CHANGES = sql(`${WITH_HORIZON}, seen as materialized (
    select * from event where xid > $1::text::xid8 and xid < ${SETTLED} order by xid fetch first ${WINDOW} rows with ties)
  select (${SETTLED}::text::numeric - 1)::text as settled, (select count(*)::int from seen) as scanned, (select max(xid)::text from seen) as "end",
    (${FORGOTTEN} > $1::text::xid8 or $1::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot())) as forgotten,
    coalesce((select json_agg(json_build_object('xid', xid::text, 'kind', name, 'itemId', item_id, 'version', version) order by xid, id)
      from seen where ${READABLE}), '[]') as items`);
const EVENTS = sql(`${WITH_HORIZON} select xid::text, kind, "itemId", version, "spaceId", "personId", "sessionId" from (
    select id, xid, name as kind, item_id as "itemId", version, space_id as "spaceId",
      (payload->>'personId')::int as "personId", (payload->>'sessionId')::int as "sessionId"
    from event where xid > $1::text::xid8 and xid < ${SETTLED} order by event.xid fetch first ${WINDOW} rows with ties) e
  order by e.xid, e.id`);
const READERS = sql(`select s.id as "spaceId", app.space_kind(s.id) = 'public' as open,
    array(select r from app.readers(s.id) r where r = any ($2::int[])) as people,
    case when s.id = any ($3::int[]) then array(select p from unnest($2::int[]) p where s.id = any (app.spaces_of(p, 'moderate'))) else '{}' end as moderators
  from unnest($1::int[]) s(id)`);
const LIVING = sql(`select s.id from session s join account a on a.person_id = s.person_id
  where s.id = any ($1::int[]) and s.ended_at is null and s.expires_at > now() and s.used_at + s.idle > now() and a.disabled_at is null`);

/**
 * The newest event that the viewer may read and that is at least `age` seconds old, as the place to go on from, and the
 * end of what is settled.
 */
export async function newest(db: Db, age = 0): Promise<{ last: string; settled: string }> {
  return (await db.row<{ last: string; settled: string }>(NEWEST, [age]))!;
}

/**
 * What the viewer may read of the events after `after`, in order. `last` follows from readable events alone, so that it
 * tells nothing of others, unless a window without any had to be passed (`full`). `forgotten`: some of them are gone.
 */
export async function changesAfter(
  db: Db,
  after: string,
): Promise<{ last: string; settled: string; items: Change[]; full: boolean; forgotten: boolean }> {
  const { scanned, end, ...seen } = (await db.row<Window>(CHANGES, [after]))!;
  const full = scanned >= WINDOW;
  return { ...seen, last: (full ? end : seen.items.at(-1)?.xid) ?? after, full };
}

/** Every event after `after`, for the process that hands them to its streams. `full`: there may be more. */
export async function eventsAfter(db: Db, after: string): Promise<{ events: Logged[]; full: boolean }> {
  const events = await db.rows<Logged>(EVENTS, [after]);
  return { events, full: events.length >= WINDOW };
}

/** Who of `people` reads each space at this moment, and in those of `asked` who moderates it; `open` ones are read by visitors too. */
export async function readersOf(db: Db, spaces: number[], people: number[], asked: number[]): Promise<Readers> {
  type Row = { spaceId: number; open: boolean; people: number[]; moderators: number[] };
  const rows = await db.rows<Row>(READERS, [spaces, people, asked]);
  const seen = ({ open, ...row }: Row) => ({ people: new Set(row.people), moderators: new Set(row.moderators), open });
  return new Map(rows.map((row) => [row.spaceId, seen(row)]));
}

/** Those of `sessions` that could still make a request. */
export async function livingSessions(db: Db, sessions: number[]): Promise<Set<number>> {
  return new Set((await db.rows<{ id: number }>(LIVING, [sessions])).map((row) => row.id));
}

import { sql } from '../platform/db.js';

/** $1 ids, $2 today. Held until the end, in one order, so that two who merge never wait for each other in a circle. */
export const HOLD =
  sql(`select o.id, o.space_id as "spaceId", o.name, o.name_en as "nameEn", o.abbreviation, o.kind, o.parent_id as "parentId", o.top_id as "topId",
    o.valid_from as "validFrom", i.version, i.state, coalesce(o.valid_to < $2::date, false) as ended, o.valid_to as "validTo",
    (select t.kind = 'enterprise' from organisation t where t.id = o.top_id) as enterprise
  from organisation o join item i on i.id = o.id where o.id = any ($1::int[]) order by o.id for update of o, i`);

export interface Held {
  id: number;
  spaceId: number;
  name: string;
  nameEn: string;
  abbreviation: string;
  kind: string;
  parentId: number | null;
  topId: number;
  validFrom: string | null;
  validTo: string | null;
  version: number;
  state: 'open' | 'merged' | 'dissolved';
  ended: boolean;
  enterprise: boolean;
}

/** $1 id, $2 title, $3 state or null. */
export const MARK = sql(
  `update item set version = version + 1, title = coalesce($2, title), state = coalesce($3, state) where id = $1`,
);
export const RENAME = sql(
  `update organisation set name = $2, name_en = $3, abbreviation = $4, folded = $5, sort_key = $6, administered_at = $7 where id = $1`,
);
export const LAST_NAME = sql(`select max(to_date) as to from organisation_name where organisation_id = $1`);
export const KEEP_NAME =
  sql(`insert into organisation_name (organisation_id, space_id, name, name_en, abbreviation, to_date, basis)
  select o.id, o.space_id, o.name, o.name_en, o.abbreviation, $2, $3 from organisation o where o.id = $1`);
export const END = sql(
  `update organisation set valid_to = $2, merged_into = $3, administered_at = $4 where id = $1 and (valid_to is null or valid_to >= $2::date)`,
);
export const REOPEN = sql('update organisation set valid_to = null where id = $1');
export const REOPEN_MERGED = sql(
  'update organisation set valid_to = $2, merged_into = null, administered_at = $4 where id = $1 and merged_into = $3',
);
/** $1 id, $2 today, $3 now. Whether anybody is in office there or invited to be, or any unit below goes on. */
export const USED = sql(`select 1 where exists (select from person p where p.organisation_id = $1)
  or exists (select from invitation v where v.organisation_id = $1 and v.state in ('created', 'sent') and v.expires_at > $3)
  or exists (select from organisation u where u.parent_id = $1 and (u.valid_to is null or u.valid_to >= $2::date))`);

/** Successions are recorded one after the other: two at once could close a circle that neither sees. */
export const ONE_BY_ONE = sql(`select pg_advisory_xact_lock(hashtext('succession'))`);
/** $1 id, $2 other. Whether `other` comes before or is the organisation itself, by any chain. */
export const PRECEDES = sql(`with recursive before(id) as (select $1::int
    union select s.from_id from succession s join before b on s.to_id = b.id)
  select 1 from before where id = $2`);
export const SUCCEED = sql(`insert into succession (from_id, to_id, space_id, scope, date, added_by, basis)
  select o.id, $2, o.space_id, $3, $4, $5, $6 from organisation o where o.id = $1
  on conflict do nothing`);
export const NO_SUCCESSION = sql(
  'delete from succession where from_id = $1 and to_id = $2 and added_by is not null returning scope',
);

/** $1 ids, $2 today. What organisations are found by: also what they, and what has preceded them until today, were called. */
export const DESCRIBED =
  sql(`select o.id, o.space_id as "spaceId", o.name, concat_ws(E'\\n', nullif(o.name_en, ''), nullif(o.abbreviation, ''),
    (select string_agg(concat_ws(' ', n.name, n.name_en, n.abbreviation), ' ') from organisation_name n where n.organisation_id = o.id or n.organisation_id = any (before.ids)),
    (select string_agg(b.name, ' ') from organisation b where b.id = any (before.ids) and b.id <> o.id),
    a.name, nullif(o.region, '')) as text
  from organisation o left join organisation a on a.id = o.parent_id
  cross join lateral (with recursive b(id) as (
      select s.from_id from succession s where s.to_id = o.id and (s.date is null or s.date < $2::date)
      union select s.from_id from succession s join b on s.to_id = b.id)
    select array(select id from b) as ids) before
  where o.id = any ($1::int[])`);
export interface Described {
  id: number;
  spaceId: number;
  name: string;
  text: string;
}

/** Units that go on below $1, and the unit of the same name that goes on below $2 where there is one. */
export const UNITS_TO_MOVE = sql(`select u.id, v.id as "same" from organisation u
    left join organisation v on v.parent_id = $2 and v.kind = 'unit' and v.folded = u.folded and (v.valid_to is null or v.valid_to >= $3::date)
  where u.parent_id = $1 and (u.valid_to is null or u.valid_to >= $3::date) order by u.id`);
/** A unit comes below another organisation; an abbreviation taken there is left behind. */
export const MOVE_UNIT = sql(`update organisation u set parent_id = $2, administered_at = $3,
    abbreviation = case when u.kind = 'unit' and exists (select from organisation v where v.parent_id = $2 and v.kind = 'unit'
      and v.abbreviation <> '' and app.fold(v.abbreviation) = app.fold(u.abbreviation)) then '' else u.abbreviation end
  where u.id = $1`);
/** All that stands below belongs to the same top. */
export const SET_TOP = sql(`with recursive below(id) as (select $1::int
    union select u.id from organisation u join below b on u.parent_id = b.id)
  update organisation o set top_id = $2, administered_at = $3 from below b where o.id = b.id and o.top_id <> $2`);
/** $1 from, $2 into, $3 these alone, or null. */
export const HAND_OVER_SPACES = sql('select app.hand_over_spaces($1, $2, $3) as spaces');
export const NOT_FOLLOWED = sql(
  `delete from succession where from_id = $1 and to_id = $2 and scope = 'main' and added_by is null`,
);
/** Units that were moved and still stand below $1. */
export const STILL_BELOW = sql('select id from organisation where parent_id = $1 and id = any ($2::int[]) order by id');

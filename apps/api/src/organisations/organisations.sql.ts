import { sql } from '../platform/db.js';
import { belowAndMerged } from './below.js';
import { named } from './named.js';
import { represents } from './represents.js';

const CARD = `o.id, o.code, o.name, o.name_en as "nameEn", o.abbreviation, o.kind, o.region,
  (select json_build_object('id', a.id, 'name', a.name, 'nameEn', a.name_en) from organisation a where a.id = o.parent_id) as parent,
  o.valid_from as "validFrom", o.valid_to as "validTo", o.demo`;

/** $1 patterns, $2 kind, $3 region, $4 former, $5 today, $6 sort key and $7 id of the last row seen, $8 rows, $9 member. */
export const LIST = sql(`with recursive page as materialized (
    select o.* from organisation o
    where (o.words like all ($1::text[]) or (cardinality($1::text[]) > 0 and o.id in (select n.organisation_id from organisation_name n where n.words like all ($1::text[]))))
      and ($2::text is null or o.kind = $2) and ($3::text is null or o.region = $3)
      and ($4::boolean is null or $4 = (o.valid_to is not null and o.valid_to < $5::date))
      and ($6::text is null or (o.sort_key, o.id) > ($6, $7::int))
    order by o.sort_key, o.id limit $8),
    -- People in office, each counted in his unit and in every one above it: once for all rows of the page.
    office(id, n) as (
      select organisation_id, count(*)::int from person where $9::boolean and disabled_at is null
        and organisation_id is not null and top_id in (select top_id from page) group by 1
      union all select u.parent_id, office.n from office join organisation u on u.id = office.id where u.parent_id is not null),
    people as materialized (select id, sum(n)::int as n from office group by id)
  select coalesce((select json_agg(card order by card."sortKey", card.id) from (
      select ${CARD}, o.sort_key as "sortKey", case when $9::boolean then coalesce(c.n, 0) end as people
      from page o left join people c on c.id = o.id) card), '[]') as items,
    array(select distinct region from organisation where region <> '' order by region) as regions`);

const chain = (
  name: string,
  from: string,
  to: string,
) => `${name}(id, scope, date, verified, basis, added, distance) as (
    select s.${to}, s.scope, s.date, s.verified, s.basis, s.added_by is not null, 1 from succession s where s.${from} = $1
    union select s.${to}, s.scope, s.date, s.verified, s.basis, false, c.distance + 1 from ${name} c join succession s on s.${from} = c.id where c.distance < 12)`;
const steps = (
  name: string,
) => `coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'nameEn', o.name_en,
      'date', c.date, 'scope', c.scope, 'verified', c.verified, 'basis', c.basis, 'added', c.added, 'distance', c.distance) order by c.distance, c.scope <> 'main', o.sort_key, o.id)
    from (select distinct on (id, scope) * from ${name} where id <> $1 order by id, scope, distance) c join organisation o using (id)), '[]')`;

// Those who answer for a unit come first, and few enough for its page: the directory has them all, page by page.
const RANK = `coalesce(array_position(array['Giám đốc', 'Phó Giám đốc', 'Trưởng phòng', 'Phó Trưởng phòng', 'Chuyên gia', 'Chuyên viên'], p.title), 7)`;

const MERGERS = `coalesce((select json_agg(json_build_object('id', g.id, 'from', ${named('f')}, 'into', ${named('i')}, 'date', g.date, 'basis', g.basis, 'state', g.state)
      order by g.id desc)
    from merger g join organisation f on f.id = g.from_id join organisation i on i.id = g.into_id
    where $4::boolean and $1 in (g.from_id, g.into_id) and g.state in ('planned', 'done', 'failed')), '[]')`;

/** $1 id, $2 today, $3 member, $4 keeps the registry. */
export const READ = sql(`with recursive below(id) as (
      select id from organisation where id = $1 union select u.id from organisation u join below b on u.parent_id = b.id),
    ${belowAndMerged('wrote', '$1')}, ${chain('earlier', 'to_id', 'from_id')}, ${chain('later', 'from_id', 'to_id')},
    people as materialized (select p.* from person p where p.organisation_id in (select id from below) and p.disabled_at is null)
  select ${CARD}, o.source, o.source_en as "sourceEn", o.verified, case when $3::boolean then (select count(*)::int from people) end as people,
    ${steps('earlier')} as before, ${steps('later')} as after,
    coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en, 'abbreviation', u.abbreviation) order by u.sort_key, u.id)
      from organisation u where u.parent_id = o.id and (u.valid_to is null or u.valid_to >= $2::date or o.valid_to < $2::date)), '[]') as units,
    coalesce((select json_agg(m) from (
      select p.id as "personId", trim(p.prefix || ' ' || p.name) as name, p.title,
        concat_ws(', ', nullif(p.unit, ''), case when p.organisation_id <> o.id then u.name end) as unit
      from people p join organisation u on u.id = p.organisation_id order by ${RANK}, p.sort_key, p.id limit 12) m), '[]') as members,
    (select count(*)::int from item i where i.kind in ('question', 'discussion') and i.state <> 'hidden'
      and (i.byline->>'organisationId')::int in (select id from wrote)) as threads,
    coalesce((select json_agg(json_build_object('name', n.name, 'nameEn', n.name_en, 'to', n.to_date, 'basis', n.basis) order by n.to_date desc, n.id desc)
      from organisation_name n where n.organisation_id = o.id), '[]') as "formerNames",
    ${MERGERS} as mergers,
    i.version, i.state, coalesce(o.valid_to < $2::date, false) as ended,
    ${represents('o.id')} as representative
  from organisation o join item i on i.id = o.id where o.id = $1`);

export const PARENT = sql(`select o.id, o.space_id as "spaceId", o.top_id as "topId", o.region, o.name,
    ${represents('o.id')} as representative
  from organisation o where o.id = $1`);

import { above } from '../organisations/above.js';
import { named } from '../organisations/named.js';
import { sql } from '../platform/db.js';

export { EXPERT, REPRESENT } from '../people/naming.sql.js';

const stateAt = (
  now: string,
) => `case when a.disabled_at is not null then 'disabled' when a.suspended_until > ${now}::timestamptz then 'suspended'
    when a.rules_at is null then 'newcomer' else 'active' end`;
const CARD = `p.id, p.name, p.title, p.unit, p.roles,
  (select ${named('o')} from organisation o where o.id = p.organisation_id) as organisation,
  coalesce((select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'nameEn', t.name_en) order by t.position)
    from topic_expert e join topic t on t.id = e.topic_id where e.person_id = p.id and e.expert), '[]') as "expertOf",
  coalesce((select json_agg(${named('o')} order by o.sort_key, o.id)
    from representative r join organisation o on o.id = r.organisation_id where r.person_id = p.id), '[]') as represents`;

/** $1 patterns, $2 appointment, $3 state, $4 now, $5 sort key and $6 id of the last row seen, $7 rows. */
export const LIST = sql(`with page as materialized (
    select p.*, ${stateAt('$4')} as state from person p join account a on a.person_id = p.id
    where ' ' || p.folded like all ($1::text[])
      and ($2::text is null or $2 = any (p.roles)
        or ($2 = 'expert' and exists (select from topic_expert e where e.person_id = p.id and e.expert))
        or ($2 = 'representative' and exists (select from representative r where r.person_id = p.id)))
      and ($3::text is null or ${stateAt('$4')} = $3)
      and ($5::text is null or (p.sort_key, p.id) > ($5, $6::int))
    order by p.sort_key, p.id limit $7)
  select ${CARD}, p.state, p.sort_key as "sortKey" from page p order by p.sort_key, p.id`);

/** $1 id, $2 now. */
export const READ = sql(`with recursive ${above('above', 'select p.organisation_id from person p where p.id = $1')}
  select ${CARD}, ${stateAt('$2')} as state, p.joined_at as "joinedAt", i.version,
    coalesce((select json_agg(${named('o')} order by o.sort_key, o.id) from organisation o where o.id in (select id from above)), '[]') as "mayRepresent",
    a.second_factor as "secondFactor",
    (select count(*)::int from session s where s.person_id = p.id and s.ended_at is null and s.expires_at > now() and s.used_at + s.idle > now()) as sessions
  from person p join account a on a.person_id = p.id join item i on i.id = p.id where p.id = $1`);

/** $1 id. Held, so that what is given and taken at once follows one another. */
export const HOLD = sql(
  'select p.id from person p join account a on a.person_id = p.id where p.id = $1 for update of p',
);
export const GIVE = sql(
  'insert into account_role (person_id, role, granted_by, granted_at) values ($1, $2, $3, $4) on conflict do nothing',
);
export const TAKE = sql('delete from account_role where person_id = $1 and role = $2');

/** $1 person, $2 topics: those that he answers on stay, as his own word. */
export const NO_EXPERT = sql(
  'update topic_expert set expert = false where person_id = $1 and expert and not topic_id = any ($2::int[])',
);
/** $1 id, $2 the version that was seen. Nothing where it is another one. */
export const NEXT = sql('update item set version = version + 1 where id = $1 and version = $2 returning version');
export const TIDY = sql('delete from topic_expert where person_id = $1 and not expert and not can_answer');
export const NOT_REPRESENTED = sql(
  'delete from representative where person_id = $1 and not organisation_id = any ($2::int[])',
);

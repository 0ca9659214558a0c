import { above } from '../organisations/above.js';
import { named } from '../organisations/named.js';
import { sql } from '../platform/db.js';

const offer = (column: 'topic_id' | 'organisation_id', held: string) =>
  sql(`with recursive ${above('above', 'select x.organisation_id from person x where x.id = $1')},
  fit as (select p.id, p.space_id, me.id as mine from person p, person me
    where p.id = $1 and me.id = (select app.viewer()) and p.id <> me.id and p.disabled_at is null and ${held}),
  made as (insert into handover (space_id, from_id, person_id, ${column}, at)
    select space_id, mine, id, $2, $3 from fit on conflict do nothing returning id)
  select (select count(*)::int from fit) as fit, (select id from made) as id`);
/** Asks the person $1 to take over what the viewer holds, $2: a colleague who may hold it. Asked already, nothing is added. */
export const OFFER = {
  topic: offer(
    'topic_id',
    `p.top_id = me.top_id and exists (select from topic_expert e where e.person_id = me.id and e.topic_id = $2 and e.expert)`,
  ),
  organisation: offer(
    'organisation_id',
    `exists (select from representative r where r.person_id = me.id and r.organisation_id = $2) and $2 in (select a.id from above a)`,
  ),
};

/** What waits for the viewer, and with $1 what he may settle. */
export const LIST = sql(`select h.id, h.state, h.at, json_build_object('id', f.id, 'name', f.name) as "from",
    json_build_object('id', p.id, 'name', p.name) as person,
    case when t.id is not null then json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'nameEn', t.name_en) end as topic,
    case when o.id is not null then ${named('o')} end as organisation
  from handover h join person f on f.id = h.from_id join person p on p.id = h.person_id
  left join topic t on t.id = h.topic_id left join organisation o on o.id = h.organisation_id
  where (h.state = 'offered' and h.person_id = (select app.viewer()))
    or ($1 and h.state = 'accepted' and h.person_id <> (select app.viewer()))
  order by h.at, h.id limit 50`);
export const ONE =
  sql(`select h.person_id as "personId", h.topic_id as "topicId", h.organisation_id as "organisationId", h.state
  from handover h where h.id = $1 and (h.person_id = (select app.viewer()) or $2) for update`);
export const MOVE = sql('update handover set state = $2 where id = $1');
export const CHANGED = sql('update item set version = version + 1 where id = $1');

import { above } from '../organisations/above.js';
import { sql } from '../platform/db.js';

/** $1 person, $2 topics. */
export const EXPERT = sql(`insert into topic_expert (topic_id, person_id, space_id, expert)
  select t.id, p.id, p.space_id, true from topic t, person p where p.id = $1 and t.id = any ($2::int[])
  on conflict (topic_id, person_id) do update set expert = true`);

/** His own organisation and those above it: nobody speaks for where he is not. */
export const REPRESENT =
  sql(`with recursive ${above('above', 'select p.organisation_id from person p where p.id = $1')},
  wanted as (select o.id from organisation o where o.id = any ($2::int[]) and o.id in (select id from above)),
  added as (insert into representative (organisation_id, person_id, space_id)
    select w.id, p.id, p.space_id from wanted w, person p where p.id = $1 on conflict do nothing)
  select count(*)::int as n from wanted`);

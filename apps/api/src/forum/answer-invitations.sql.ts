import { sql } from '../platform/db.js';

const person = (
  id: string,
) => `(select json_build_object('id', p.id, 'name', trim(p.prefix || ' ' || p.name), 'title', p.title,
    'organisation', concat_ws(', ', nullif(p.unit, ''), o.name))
  from person p left join organisation o on o.id = p.organisation_id where p.id = ${id})`;
/** The invitations of thread $1 in order. Whom the viewer does not find in the directory he is not told of. */
export const LIST = sql(`select * from (
    select ${person('v.person_id')} as person, v.state, v.at, v.answer_by as "answerBy", ${person('v.handed_to')} as "handedTo",
      v.person_id = (select app.viewer()) as mine
    from answer_invitation v where v.thread_id = $1 order by v.id) l where l.person is not null`);
/** What waits for the viewer, oldest first. */
export const MINE = sql(`select v.thread_id as "threadId", i.title, v.state, v.at, v.answer_by as "answerBy"
  from answer_invitation v join item i on i.id = v.thread_id
  where v.person_id = (select app.viewer()) and v.state in ('open', 'will_answer') and i.state <> 'hidden' order by v.at, v.id`);
// Who writes in the space of the question, $2, and is not shut out.
const ABLE = `p.disabled_at is null and p.id <> (select app.viewer()) and $2::int = any ((app.spaces_of(p.id, 'write'))::int[])`;
/** Of the people $1, those who can answer; not the asker where he is shown by name. */
export const PEOPLE = sql(`select p.id from person p where p.id = any ($1::int[]) and ${ABLE}
  and not exists (select from item i where i.id = $3 and (i.byline->>'personId')::int = p.id)`);
/** Of the members of a group, $1, those who can answer. */
export const GROUP =
  sql(`select p.id from space s cross join lateral app.readers(s.id) r(id) join person p on p.id = r.id
  where s.id = $1 and s.kind = 'group' and ${ABLE} order by p.id`);
/** How many were asked by name in thread $1 and have not said no, but for $2. */
export const TAKEN = sql(`select count(*)::int as taken from answer_invitation
  where thread_id = $1 and not through_group and state in ('open', 'will_answer', 'answered') and person_id <> all ($2::int[])`);
export const INVITE = sql(`insert into answer_invitation (thread_id, space_id, person_id, inviter_id, through_group, at)
  select $1, $2, u.id, (select app.viewer()), $4, $5 from unnest($3::int[]) u(id)
  on conflict on constraint answer_invitation_once do nothing returning person_id as "personId"`);
export const OWN = sql(
  `select state from answer_invitation where thread_id = $1 and person_id = (select app.viewer())`,
);
export const REPLY = sql(`update answer_invitation set state = $3, answer_by = $4, handed_to = $5
  where thread_id = $1 and person_id = (select app.viewer()) and state = $2 returning id`);
/** The viewer's invitations that ran out: $1 before which they were sent, $2 before which the promised day was. */
export const EXPIRE = sql(`with due as (
    select v.id, v.state from answer_invitation v where v.person_id = (select app.viewer())
      and ((v.state = 'open' and v.at < $1) or (v.state = 'will_answer' and v.answer_by < $2)) for update)
  update answer_invitation v set state = 'expired' from due where v.id = due.id
  returning v.thread_id as "threadId", v.space_id as "spaceId", due.state as was`);

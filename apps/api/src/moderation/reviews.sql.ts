import { sql } from '../platform/db.js';

const NAMED = `i.space_id = any ((select app.spaces_of((select app.viewer()), 'moderate'))::int[])
    and app.space_kind(i.space_id) not in ('public', 'members', 'state')`;
const COLUMNS = `i.id, i.state, i.at, i.item_id as "postId", i.thread_id as "threadId", i.claimed_at as "claimedAt", i.decided_at as "decidedAt",
  i.note, x.what as kind, x.title, x.text, x.byline as author, x.author_id as "authorId", ${NAMED} as moderates,
  case when i.claimed_by is not null then json_build_object('id', i.claimed_by,
    'name', coalesce((select p.name from person p where p.id = i.claimed_by), '')) end as "claimedBy",
  (select coalesce(json_agg(json_build_object('reason', f.reason, 'note', f.note, 'at', f.at, 'by', coalesce(p.name, '')) order by f.at, f.person_id), '[]')
    from flag f left join person p on p.id = f.person_id where f.review_id = i.id) as flags`;
const shown = (page: string, order: string) =>
  sql(`select ${COLUMNS} from (${page}) i
  join lateral app.moderated_posts(array[i.item_id]) x on true order by ${order}`);

/** $1 $2 the place before, $3 rows: oldest first. */
export const WAITING = shown(
  `select * from review r where r.state in ('open', 'claimed', 'deferred') and (r.at, r.id) > ($1::timestamptz, $2::int) order by r.at, r.id limit $3`,
  'i.at, i.id',
);
/** The same of what was decided, newest first. */
export const DECIDED = shown(
  `select * from review r where r.state in ('upheld', 'rejected') and (r.decided_at, r.id) < ($1::timestamptz, $2::int)
    order by r.decided_at desc, r.id desc limit $3`,
  'i.decided_at desc, i.id desc',
);
export const FIND =
  sql(`select i.id, i.state, i.item_id as "postId", i.thread_id as "threadId", x.author_id as "authorId", ${NAMED} as moderates,
    i.claimed_by as "claimedById", (select f.reason from flag f where f.review_id = i.id order by f.at limit 1) as reason
  from review i join lateral app.moderated_posts(array[i.item_id]) x on true where i.id = $1`);
/** $1 id, $2 who, $3 now: what is free, or has lain with another for more than a day. */
export const CLAIM = sql(`update review set state = 'claimed', claimed_by = $2, claimed_at = $3::timestamptz
  where id = $1 and (state in ('open', 'deferred') or (state = 'claimed' and (claimed_by = $2 or claimed_at < $3::timestamptz - interval '1 day')))`);
export const DECIDE = sql(`update review set state = $3, decided_at = $4, note = $5
  where id = $1 and state = 'claimed' and claimed_by = $2`);

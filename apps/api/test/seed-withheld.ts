import { render } from '@hat-nhan/markdown';
import type { Author, Sql } from './seed.js';

/** Hides a post with all that hangs on it, a whole thread by its question, as the product does. `authorId`: who wrote it. */
export async function withholdThread(sql: Sql, id: number, authorId: number): Promise<void> {
  await sql(
    `insert into withheld (id, space_id, thread_id, kind, from_state, reason, author_id, by_id, at, title)
     select i.id, i.space_id, p.thread_id, 'hidden', i.state, 'Ẩn thử', $2, $2, now(), 'Ẩn thử'
     from item i join post p on p.id = i.id where i.id = $1 on conflict do nothing`,
    [id, authorId],
  );
  await sql(
    `with away as (update post set withheld_by = $1 where (id = $1 or parent_id = $1 or thread_id = $1) and withheld_by is null returning id),
       unfound as (delete from search_row s using away a where s.item_id = a.id),
       authored as (update item set author_id = $2 where id in (select id from away) returning id)
     select from authored`,
    [id, authorId],
  );
  await sql(`update item set state = 'hidden' where id in (select id from post where withheld_by is not null)`);
}

/** A review of a post, with one flag. */
export async function flagPost(
  sql: Sql,
  review: { id: number; spaceId: number; postId: number; personId: number },
): Promise<void> {
  const { id, spaceId, postId, personId } = review;
  await sql(
    `insert into review (id, space_id, item_id, thread_id, at) overriding system value
     select $1, $2, p.id, p.thread_id, '2026-10-02T00:00:00Z' from post p where p.id = $3`,
    [id, spaceId, postId],
  );
  await sql(
    `insert into flag (review_id, space_id, person_id, reason, at) values ($1, $2, $3, 'other', '2026-10-02T00:00:00Z')`,
    [id, spaceId, personId],
  );
}

/** A hidden answer in a thread that everybody reads, of which its asker was told before; counters and list know nothing of it. */
export async function hiddenAnswer(
  sql: Sql,
  answer: { id: number; threadId: number; author: Author },
): Promise<number> {
  const { id, threadId, author } = answer;
  const byline = {
    personId: author.id,
    name: author.name,
    title: '',
    organisation: '',
    organisationId: null,
    mark: null,
  };
  const text = 'Câu trả lời riêng đã bị ẩn';
  await sql(
    `insert into item (id, space_id, kind, author_id, byline, created_at, active_at)
     select $1, space_id, 'answer', $3, $4, '2026-10-02T00:00:00Z', '2026-10-02T00:00:00Z' from item where id = $2`,
    [id, threadId, author.id, byline],
  );
  await sql(
    `insert into post (id, space_id, thread_id, parent_id, kind, text, html)
     select $1, space_id, $2, $2, 'answer', $3, $4 from item where id = $2`,
    [id, threadId, text, render(text).html],
  );
  await sql(
    `insert into notification (id, person_id, space_id, kind, thread_id, post_id, at)
     select $1, author_id, space_id, 'answer', $2, $1, '2026-10-02T00:00:00Z' from item where id = $2`,
    [id, threadId],
  );
  await withholdThread(sql, id, author.id);
  return id;
}

/** A thread that stood where everybody reads it, until it was moved out of sight as the product moves it. */
export async function movedThread(sql: Sql, ids: number[], moverId: number, spaceId: number): Promise<number[]> {
  await sql(
    `insert into event (name, payload, space_id, item_id) select 'thread.created', '{}', space_id, id from item where id = $1`,
    [ids[0]],
  );
  await sql(
    `select app.move_thread($2, $3, now()) from (select set_config('app.viewer', $1, true) as viewer) v where v.viewer is not null`,
    [String(moverId), ids[0], spaceId],
  );
  return ids;
}

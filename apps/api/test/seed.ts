import { render } from '@hat-nhan/markdown';
import { searchKeys, termRows } from '@hat-nhan/vietnamese';

export type Sql = <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;

export interface Author {
  id: number;
  name: string;
  organisationId: number;
}

interface NewThread {
  /** Explicit ids from here on, so that two worlds give the same ids to the same rows. */
  firstId: number;
  spaceId: number;
  author: Author;
  answerers: Author[];
  voters: Author[];
  topicId: number;
  title: string;
  text: string;
  at: string;
  accepted?: boolean;
}

const bylineOf = (author: Author) => ({
  personId: author.id,
  name: author.name,
  title: 'Chuyên viên',
  organisation: 'Đơn vị',
  organisationId: author.organisationId,
  mark: null,
});

/** Writes the search row of an item as the product does. */
export async function describe(
  sql: Sql,
  row: { id: number; spaceId: number; kind: number; topicId: number; threadId: number; title: string; text: string },
) {
  await sql(
    'insert into search_row (item_id, space_id, kind, topic_id, thread_id, keys) values ($1, $2, $3, $4, $5, $6)',
    [row.id, row.spaceId, row.kind, row.topicId, row.threadId, searchKeys(row.title, row.text)],
  );
  const terms = termRows(row.title, row.text);
  await sql('insert into term (h, f) select * from unnest($1::int4[], $2::int4[]) on conflict do nothing', [
    terms.map((term) => term.h),
    terms.map((term) => term.f),
  ]);
}

/** A thread with answers, a comment each, votes and watches, as the product would have written it. Returns how many ids it took. */
export async function seedThread(sql: Sql, thread: NewThread): Promise<number> {
  const { firstId: id, spaceId, author, at } = thread;
  let next = id;
  const item = async (kind: string, title: string, who: Author) => {
    await sql(
      'insert into item (id, space_id, kind, title, author_id, byline, created_at, active_at) values ($1, $2, $3, $4, $5, $6, $7, $7)',
      [next, spaceId, kind, title, who.id, bylineOf(who), at],
    );
    return next++;
  };
  const post = (postId: number, parent: number | null, kind: string, text: string, helpful: number) =>
    sql(
      'insert into post (id, space_id, thread_id, parent_id, kind, text, html, helpful) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [postId, spaceId, id, parent, kind, text, render(text).html, helpful],
    );

  await item('question', thread.title, author);
  await sql('insert into thread (id, space_id, answers, comments, people, watchers) values ($1, $2, $3, $3, $4, 1)', [
    id,
    spaceId,
    thread.answerers.length,
    thread.answerers.length + 1,
  ]);
  await post(id, null, 'question', thread.text, 0);
  for (const [number, text] of [`Hỏi vội: ${thread.title}`, thread.text].entries())
    await sql(
      'insert into revision (post_id, space_id, number, editor_id, byline, title, text, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, spaceId, number + 1, author.id, bylineOf(author), thread.title, text, at],
    );
  await sql('insert into item_topic (item_id, space_id, topic_id) values ($1, $2, $3)', [id, spaceId, thread.topicId]);
  await sql(`insert into watch (item_id, space_id, person_id, level) values ($1, $2, $3, 'watch')`, [
    id,
    spaceId,
    author.id,
  ]);
  await sql('insert into me_too (thread_id, space_id, person_id, organisation_id) values ($1, $2, $3, $4)', [
    id,
    spaceId,
    author.id,
    author.organisationId,
  ]);
  await sql('insert into bookmark (item_id, space_id, person_id, at) values ($1, $2, $3, $4)', [
    id,
    spaceId,
    author.id,
    at,
  ]);
  await sql('insert into reading (thread_id, space_id, person_id, post_id, at) values ($1, $2, $3, $1, $4)', [
    id,
    spaceId,
    author.id,
    at,
  ]);
  await sql('insert into unnamed (thread_id, space_id, person_id, byline) values ($1, $2, $3, $4)', [
    id,
    spaceId,
    author.id,
    { ...bylineOf(author), personId: null, name: null },
  ]);
  for (const who of thread.answerers)
    await sql(
      'insert into answer_invitation (thread_id, space_id, person_id, inviter_id, at) values ($1, $2, $3, $4, $5)',
      [id, spaceId, who.id, author.id, at],
    );
  await describe(sql, {
    id,
    spaceId,
    kind: 1,
    topicId: thread.topicId,
    threadId: id,
    title: thread.title,
    text: thread.text,
  });

  for (const who of thread.answerers) {
    const text = `Trả lời của ${who.name}: ${thread.text}`;
    const answerId = await item('answer', '', who);
    await post(answerId, id, 'answer', text, thread.voters.length);
    for (const voter of thread.voters)
      await sql('insert into vote (post_id, space_id, person_id) values ($1, $2, $3)', [answerId, spaceId, voter.id]);
    // Everybody who votes for it says that it is not true any more: some stand on the list of their topic.
    for (const voter of thread.voters)
      await sql(
        `insert into still_true (post_id, space_id, person_id, organisation_id, still, reason, byline, at)
         values ($1, $2, $3, $4, false, 'Đã thay đổi', $5, $6)`,
        [answerId, spaceId, voter.id, voter.organisationId, bylineOf(voter), at],
      );
    await describe(sql, { id: answerId, spaceId, kind: 3, topicId: thread.topicId, threadId: id, title: '', text });
    await post(await item('comment', '', author), answerId, 'comment', `Góp ý về ${thread.title}`, 0);
    const last = { postId: answerId, at, excerpt: text.slice(0, 400), author: bylineOf(who) };
    await sql('update thread set last = $2 where id = $1', [id, last]);
    await sql(
      `insert into notification (id, person_id, space_id, kind, thread_id, post_id, at) values ($4, $1, $2, 'answer', $3, $4, $5)`,
      [author.id, spaceId, id, answerId, at],
    );
    if (thread.accepted) {
      await sql(`update post set accepted_at = $2, accepted_by = $3, accepted_as = 'asker' where id = $1`, [
        answerId,
        at,
        author.id,
      ]);
      await sql(`update thread set accepted = accepted + 1 where id = $1`, [id]);
      await sql(`update item set state = 'resolved' where id = $1`, [id]);
    }
  }
  return next - id;
}

import type { ClientBase } from 'pg';
import { insertRows } from '../registries/insert-rows.js';
import { bylineOf } from './bylines.js';
import { asked, joinRequests, reviews, sayings, vouched } from './content/works.js';
import type { SpaceOf } from './load-threads.js';
import type { Cast, Post } from './posts.js';

const DAY_MS = 86_400_000;

/** What waits for people, and what they decided: invitations to answer, canonical and doubted answers, reviews, requests to join. */
export async function loadWorks(
  client: ClientBase,
  posts: readonly Post[],
  spaceOf: SpaceOf,
  cast: Cast,
): Promise<void> {
  const { people, units, days } = cast;
  const idOf = (key: string) => people.get(key)!.id;
  const question = (key: string) => posts.find(({ kind, thread }) => kind === 'question' && thread.key === key)!;
  const answer = (key: string, author: string) =>
    posts.find(
      ({ kind, thread, author: { person } }) => kind === 'answer' && thread.key === key && person.key === author,
    )!;
  const ago = (daysAgo: number) => days.at({ daysAgo, at: '09:24' });

  await insertRows(
    client,
    'answer_invitation',
    asked.map(({ thread, person, by, daysAgo, state, to }) => ({
      thread_id: question(thread).id,
      space_id: spaceOf(question(thread)),
      person_id: idOf(person),
      inviter_id: idOf(by),
      through_group: false,
      state,
      at: ago(daysAgo),
      answer_by: state === 'will_answer' ? days.day(-1) : null,
      handed_to: to ? idOf(to) : null,
    })),
  );
  for (const { thread, author, by, when } of vouched) {
    const { id, threadId } = answer(thread, author);
    await client.query('update post set canonical_at = $2, canonical_by = $3 where id = $1', [
      id,
      days.at(when),
      idOf(by),
    ]);
    await client.query('update thread set canonical = canonical + 1 where id = $1', [threadId]);
  }
  await insertRows(
    client,
    'still_true',
    sayings.map(({ thread, author, by, still, reason, when }) => {
      const post = answer(thread, author);
      const reader = people.get(by)!;
      return {
        post_id: post.id,
        space_id: spaceOf(post),
        person_id: reader.id,
        organisation_id: reader.unit?.topId ?? null,
        still,
        reason,
        byline: bylineOf(reader, when, post.thread, units),
        at: days.at(when),
      };
    }),
  );
  for (const { thread, author, flags, decided } of reviews) {
    const post = author ? answer(thread, author) : question(thread);
    const spaceId = spaceOf(post);
    const done = decided && days.at(decided.when);
    const { rows } = await client.query<{ id: number }>(
      `insert into review (space_id, item_id, thread_id, state, at, claimed_by, claimed_at, decided_at, note)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $8) returning id`,
      [
        spaceId,
        post.id,
        post.threadId,
        decided?.state ?? 'open',
        days.at(flags[0]!.when),
        decided ? idOf(decided.by) : null,
        done,
        decided?.note ?? '',
      ],
    );
    const told = flags.map(({ by, reason, note, when }) => ({
      review_id: rows[0]!.id,
      space_id: spaceId,
      person_id: idOf(by),
      reason,
      note,
      at: days.at(when),
    }));
    await insertRows(client, 'flag', told);
  }
  await insertRows(
    client,
    'withheld',
    posts.flatMap((post) => {
      if (!post.hidden || post.withheldBy !== post.id) return [];
      const { by, reason, when } = post.hidden;
      return [
        {
          id: post.id,
          space_id: spaceOf(post),
          thread_id: post.threadId,
          kind: 'hidden',
          from_state: 'open',
          reason,
          author_id: post.author.id,
          by_id: idOf(by),
          at: days.at(when),
          title: post.thread.title,
        },
      ];
    }),
  );
  await insertRows(
    client,
    'join_request',
    joinRequests.map(({ name, address, title, unit, note, daysAgo, askedBy }) => ({
      address,
      name,
      title,
      unit: '',
      organisation_id: units.get(unit)!.id,
      note,
      asked_by: askedBy ? idOf(askedBy) : null,
      asked_by_name: askedBy ? people.get(askedBy)!.person.name : '',
      locale: 'vi',
      state: 'requested',
      reason: '',
      created_at: new Date(days.now.getTime() - daysAgo * DAY_MS).toISOString(),
    })),
  );
}

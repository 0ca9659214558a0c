import type { ClientBase } from 'pg';
import { insertRows } from '../registries/insert-rows.js';
import { bylineOf } from './bylines.js';
import { asked, joinRequests, reviews, sayings, vouched } from './content/works.js';
import type { SpaceOf } from './load-threads.js';
import type { Cast, Post } from './posts.js';

const DAY_MS = 86_400_000;

/** The posts of the demo as its works name them: a question by the key of its thread, an answer by its author too. */
interface Shelf {
  client: ClientBase;
  posts: readonly Post[];
  spaceOf: SpaceOf;
  cast: Cast;
  idOf: (person: string) => number;
  find: (thread: string, author?: string) => Post;
}

/** What waits for people, and what they decided: invitations to answer, canonical and doubted answers, reviews, requests to join. */
export async function loadWorks(
  client: ClientBase,
  posts: readonly Post[],
  spaceOf: SpaceOf,
  cast: Cast,
): Promise<void> {
  const kind = (author?: string) => (author ? 'answer' : 'question');
  const shelf: Shelf = {
    client,
    posts,
    spaceOf,
    cast,
    idOf: (person) => cast.people.get(person)!.id,
    find: (thread, author) =>
      posts.find(
        (post) =>
          post.thread.key === thread &&
          post.kind === kind(author) &&
          (author === undefined || post.author.person.key === author),
      )!,
  };
  await loadAsked(shelf);
  await loadVouched(shelf);
  await loadSayings(shelf);
  await loadReviews(shelf);
  await loadWithheld(shelf);
  await loadJoins(shelf);
}

async function loadAsked({ client, spaceOf, cast: { days }, idOf, find }: Shelf): Promise<void> {
  const rows = asked.map(({ thread, person, by, daysAgo, state, to }) => ({
    thread_id: find(thread).id,
    space_id: spaceOf(find(thread)),
    person_id: idOf(person),
    inviter_id: idOf(by),
    through_group: false,
    state,
    at: days.at({ daysAgo, at: '09:24' }),
    answer_by: state === 'will_answer' ? days.day(-1) : null,
    handed_to: to ? idOf(to) : null,
  }));
  await insertRows(client, 'answer_invitation', rows);
}

async function loadVouched({ client, cast: { days }, idOf, find }: Shelf): Promise<void> {
  for (const { thread, author, by, when } of vouched) {
    const { id, threadId } = find(thread, author);
    const values = [id, days.at(when), idOf(by)];
    await client.query('update post set canonical_at = $2, canonical_by = $3 where id = $1', values);
    await client.query('update thread set canonical = canonical + 1 where id = $1', [threadId]);
  }
}

async function loadSayings({ client, spaceOf, cast: { people, units, days }, find }: Shelf): Promise<void> {
  const rows = sayings.map(({ thread, author, by, still, reason, when }) => {
    const [post, reader] = [find(thread, author), people.get(by)!];
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
  });
  await insertRows(client, 'still_true', rows);
}

async function loadReviews({ client, spaceOf, cast: { days }, idOf, find }: Shelf): Promise<void> {
  for (const { thread, author, flags, decided } of reviews) {
    const post = find(thread, author);
    const spaceId = spaceOf(post);
    const [at, done] = [days.at(flags[0]!.when), decided ? days.at(decided.when) : null];
    const by = decided ? idOf(decided.by) : null;
    const { rows } = await client.query<{ id: number }>(
      `insert into review (space_id, item_id, thread_id, state, at, claimed_by, claimed_at, decided_at, note)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $8) returning id`,
      [spaceId, post.id, post.threadId, decided?.state ?? 'open', at, by, done, decided?.note ?? ''],
    );
    const told = flags.map(({ by: reader, reason, note, when }) => ({
      review_id: rows[0]!.id,
      space_id: spaceId,
      person_id: idOf(reader),
      reason,
      note,
      at: days.at(when),
    }));
    await insertRows(client, 'flag', told);
  }
}

async function loadWithheld({ client, posts, spaceOf, cast: { days }, idOf }: Shelf): Promise<void> {
  const rows = posts.flatMap((post) => {
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
  });
  await insertRows(client, 'withheld', rows);
}

async function loadJoins({ client, cast: { people, units, days }, idOf }: Shelf): Promise<void> {
  const rows = joinRequests.map(({ name, address, title, unit, note, daysAgo, askedBy }) => ({
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
  }));
  await insertRows(client, 'join_request', rows);
}

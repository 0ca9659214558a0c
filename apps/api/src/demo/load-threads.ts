import type { ClientBase } from 'pg';
import { insertRows, takeItemIds } from '../registries/insert-rows.js';
import { describeAll } from '../registries/search-rows.js';
import { makePosts, type Cast, type Post } from './posts.js';
import { meTooOf, viewsOf, votersOf, watchersOf } from './reactions.js';

/** Counted by its thread: what was hidden alone is not. */
const standing = ({ withheldBy, threadId }: Post) => withheldBy === null || withheldBy === threadId;

export type SpaceOf = (post: Post) => number;

/** Writes the threads with all that hangs on them; every counter is counted from the rows. Returns the posts in order of time. */
export async function loadThreads(client: ClientBase, spaceOf: SpaceOf, cast: Cast): Promise<Post[]> {
  const posts = await makePosts(cast, (count) => takeItemIds(client, count));
  const questions = posts.filter(({ kind }) => kind === 'question');
  const lastAt = new Map(posts.filter(standing).map(({ threadId, at }) => [threadId, at]));

  await insertRows(
    client,
    'item',
    posts.map((post) => ({
      id: post.id,
      space_id: spaceOf(post),
      kind: post.kind === 'question' ? post.thread.kind : post.kind,
      title: post.title,
      state: post.withheldBy ? 'hidden' : post.kind === 'question' ? post.thread.state : 'open',
      author_id: post.author.id,
      byline: post.byline,
      created_at: post.at,
      active_at: post.kind === 'question' ? lastAt.get(post.id) : post.at,
      demo: true,
    })),
  );
  await insertRows(
    client,
    'thread',
    questions.map((question) => threadRow(question, posts, spaceOf, cast)),
  );
  const unnamed = questions.filter(({ thread }) => thread.unnamed);
  await insertRows(
    client,
    'unnamed',
    unnamed.map((post) => ({
      thread_id: post.id,
      space_id: spaceOf(post),
      person_id: post.author.id,
      byline: post.byline,
    })),
  );
  await insertRows(
    client,
    'post',
    posts.map((post) => postRow(post, spaceOf, cast)),
  );
  const topicIds = await loadTopicLinks(client, questions, spaceOf);
  await loadReactions(client, posts, spaceOf, cast);
  await describeAll(
    client,
    posts.flatMap((post) => {
      const { kind, thread, title, id: itemId, threadId, plain: text } = post;
      if (kind === 'comment' || post.withheldBy) return [];
      return [
        {
          itemId,
          spaceId: spaceOf(post),
          kind: kind === 'question' ? thread.kind : kind,
          title,
          text,
          threadId,
          topicId: topicIds.get(thread.topic)!,
        },
      ];
    }),
  );
  return posts;
}

/** Returns the topics' ids by slug. */
async function loadTopicLinks(
  client: ClientBase,
  questions: Post[],
  spaceOf: SpaceOf,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: number; slug: string }>('select id, slug from topic');
  const topicIds = new Map(rows.map(({ slug, id }) => [slug, id]));
  const links = questions.map((post) => ({
    item_id: post.id,
    space_id: spaceOf(post),
    topic_id: topicIds.get(post.thread.topic)!,
  }));
  await insertRows(client, 'item_topic', links);
  return topicIds;
}

/** The thread of a key, for links between threads. */
const idOf = (all: Post[], key: string | undefined) =>
  all.find(({ kind, thread }) => kind === 'question' && thread.key === key)?.id ?? null;

function threadRow(question: Post, all: Post[], spaceOf: SpaceOf, cast: Cast) {
  const { thread } = question;
  const posts = all.filter((post) => post.threadId === question.id && standing(post));
  const replies = posts.filter(({ kind }) => kind !== 'question');
  const answers = replies.filter(({ kind }) => kind === 'answer');
  const last = replies.at(-1);
  const { system = '', legalBasis = '', tried = '', needByInDays } = thread.context ?? {};
  return {
    id: question.id,
    space_id: spaceOf(question),
    answers: answers.length,
    accepted: answers.filter(({ accepted }) => accepted).length,
    comments: replies.length - answers.length,
    people: new Set(posts.map(({ author }) => author.id)).size,
    helpful: votersOf(question, cast).length,
    me_too: meTooOf(question, cast).length,
    views: viewsOf(question, answers, cast),
    watchers: watchersOf(question, all, cast).size,
    pinned: false,
    duplicate_of: idOf(all, thread.duplicateOf),
    split_from: idOf(all, thread.splitFrom),
    system,
    legal_basis: legalBasis,
    tried,
    need_by: needByInDays === undefined ? null : cast.days.day(-needByInDays),
    close_reason: thread.closed?.reason ?? null,
    close_note: thread.closed?.note ?? '',
    last: last
      ? { postId: last.id, at: last.at, excerpt: Array.from(last.plain).slice(0, 400).join(''), author: last.byline }
      : null,
  };
}

function postRow(post: Post, spaceOf: SpaceOf, cast: Cast) {
  const { accepted, thread } = post;
  const by = accepted && cast.people.get(accepted.by)!;
  const asExpert = by?.person.expertOf?.includes(thread.topic) ? 'expert' : 'moderator';
  return {
    id: post.id,
    space_id: spaceOf(post),
    thread_id: post.threadId,
    parent_id: post.parentId,
    kind: post.kind,
    text: post.text,
    html: post.html,
    helpful: votersOf(post, cast).length,
    withheld_by: post.withheldBy,
    accepted_at: accepted ? cast.days.at(accepted.when) : null,
    accepted_by: by?.id ?? null,
    accepted_as: accepted ? (accepted.by === thread.author ? 'asker' : asExpert) : null,
  };
}

async function loadReactions(client: ClientBase, posts: Post[], spaceOf: SpaceOf, cast: Cast): Promise<void> {
  const votes = posts.flatMap((post) =>
    votersOf(post, cast).map(({ personId, at }) => ({
      post_id: post.id,
      space_id: spaceOf(post),
      person_id: personId,
      at,
    })),
  );
  await insertRows(client, 'vote', votes);
  const questions = posts.filter(({ kind }) => kind === 'question');
  const meToo = questions.flatMap((post) =>
    meTooOf(post, cast).map(({ personId, organisationId }) => ({
      thread_id: post.id,
      space_id: spaceOf(post),
      person_id: personId,
      organisation_id: organisationId,
    })),
  );
  await insertRows(client, 'me_too', meToo);
  const watches = questions.flatMap((question) =>
    [...watchersOf(question, posts, cast)].map((personId) => ({
      item_id: question.id,
      space_id: spaceOf(question),
      person_id: personId,
      level: 'watch',
    })),
  );
  await insertRows(client, 'watch', watches);
}

import type { Byline } from '@hat-nhan/contracts';
import type { Post, Topic } from './corpus.js';
import type { Made } from './render-worker.js';
import type { Row } from './table-writer.js';

/** Where the corpus stands in the product: ids of what was made before the threads. */
export interface Places {
  /** Item of a post, by its number; a thread has the item of its first post. */
  itemOf: (post: number) => number;
  /** By number of the category. */
  spaces: Map<number, number>;
  /** By number of the user. */
  people: Map<number, number>;
  bylines: Map<number, Byline>;
  /** Ids of the registry's ten topics. */
  topics: number[];
}

// As items.service.ts numbers them.
const SEARCH_KINDS = { question: 1, discussion: 2, answer: 3 };
const TOPICS_PER_THREAD = 3;
export const EXCERPT_LENGTH = 400;

const time = (milliseconds: number) => new Date(milliseconds).toISOString();
export const kindOf = (topic: Topic) => (topic.kind === 'question' ? 'question' : 'discussion');

/** What the newest reply of a thread says, cut as the product cuts it; undefined without replies. */
export type Newest = string | undefined;

const sum = (text: string) => [...text].reduce((total, sign) => total + sign.charCodeAt(0), 0);

/** The registry's topics of a thread: each tag falls on one of the ten, a thread without tags on that of its category. */
export function topicsOf(topic: Topic, { topics }: Places): number[] {
  const places = topic.tags.length > 0 ? topic.tags.map(sum) : [topic.category];
  return [...new Set(places.map((place) => topics[place % topics.length]!))].slice(0, TOPICS_PER_THREAD);
}

export function stateOf(topic: Topic): 'open' | 'resolved' | 'closed' {
  if (topic.locked) return 'closed';
  return topic.acceptedPost === null ? 'open' : 'resolved';
}

/** Rows of a thread without its text, by table. */
export function threadRows(topic: Topic, newest: Newest, places: Places): { item: Row; thread: Row; topics: Row[] } {
  const id = places.itemOf(topic.mainPost);
  const spaceId = places.spaces.get(topic.category);
  const last = newest !== undefined && {
    postId: places.itemOf(topic.lastPost),
    at: time(topic.lastPosted),
    excerpt: newest,
    author: places.bylines.get(topic.lastPostBy),
  };
  return {
    item: {
      id,
      space_id: spaceId,
      kind: kindOf(topic),
      title: topic.title,
      state: stateOf(topic),
      author_id: places.people.get(topic.author),
      byline: places.bylines.get(topic.author),
      created_at: time(topic.created),
      active_at: time(topic.lastPosted),
    },
    thread: {
      id,
      space_id: spaceId,
      answers: topic.posts - 1,
      accepted: topic.acceptedPost === null ? 0 : 1,
      people: topic.posters,
      helpful: topic.up,
      views: topic.views,
      watchers: topic.posters,
      pinned: topic.pinned,
      close_reason: topic.locked ? 'other' : null,
      last: last || null,
    },
    topics: topicsOf(topic, places).map((topicId) => ({ item_id: id, space_id: spaceId, topic_id: topicId })),
  };
}

/** Rows of a post by table; the first post of a thread has its item already. */
export function postRows(post: Post, topic: Topic, made: Made, places: Places) {
  const id = places.itemOf(post.id);
  const threadId = places.itemOf(topic.mainPost);
  const spaceId = places.spaces.get(topic.category);
  const kind = post.index === 0 ? kindOf(topic) : 'answer';
  const item: Row | undefined = post.index === 0 ? undefined : answerItem(id, spaceId, post, places);
  const accepted = post.accepted && {
    accepted_at: time(post.created),
    accepted_by: places.people.get(topic.author),
    accepted_as: 'asker',
  };
  return {
    item,
    post: {
      id,
      space_id: spaceId,
      thread_id: threadId,
      parent_id: post.index === 0 ? null : threadId,
      kind: post.index === 0 ? 'question' : 'answer',
      text: textOf(post),
      html: made.html,
      helpful: post.up.length,
      ...accepted,
    } as Row,
    search: {
      item_id: id,
      space_id: spaceId,
      kind: SEARCH_KINDS[kind],
      topic_id: Math.min(...topicsOf(topic, places)),
      thread_id: threadId,
      keys: made.keys,
    } as Row,
    watch: { item_id: threadId, space_id: spaceId, person_id: places.people.get(post.author), level: 'watch' } as Row,
    votes: post.up.map((user): Row => ({ post_id: id, space_id: spaceId, person_id: places.people.get(user) })),
  };
}

function answerItem(id: number, spaceId: number | undefined, post: Post, places: Places): Row {
  return {
    id,
    space_id: spaceId,
    kind: 'answer',
    title: '',
    state: 'open',
    author_id: places.people.get(post.author),
    byline: places.bylines.get(post.author),
    created_at: time(post.created),
    active_at: time(post.created),
  };
}

/** The text as the contract takes it in: composed letters, whatever the writer's system sends. */
export const textOf = (post: Post) => post.text.normalize('NFC');
/** The words that a post is found by with double weight. */
export const titleOf = (post: Post, topic: Topic) => (post.index === 0 ? topic.title : '');

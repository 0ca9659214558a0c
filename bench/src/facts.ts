import { kindOf, topicsOf } from './rows.js';
import type { Loaded } from './product-loader.js';

type Values = Record<string, unknown>;
type Same = (floor: never, product: never, row: Values, loaded: Loaded) => boolean;

/** Where a fact of the floor stands in the product's answer, or why it does not. */
export type Fact = { product: string; same?: Same } | { absent: string };

const HIDDEN_COUNT = 'a count over all of a person’s posts would tell of spaces that the reader does not see';
const NO_USERNAME = 'people have names and bylines, no usernames';
const NO_DOWN = 'there are no votes against: a thread carries "Hữu ích" only';
const SLUG = 'the page makes it from the title';

const time: Same = (floor: string, product: string) => Date.parse(floor) === Date.parse(product);
const count: Same = (floor: number, product: number) => floor === product;
const post: Same = (floor: number | null, product: number, _row, { places }) =>
  floor === null ? product === undefined : places.itemOf(floor) === product;
const person: Same = (floor: number, product: number, _row, { places }) => places.people.get(floor) === product;
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:lt|gt|amp|quot|#39);/g, '')
    .replace(/\*\*|^- |[\s"<>&']+/gm, '');
const text: Same = (floor: string, product: string) => words(floor) === words(product);
const beginning: Same = (floor: string, product: string) => words(floor).slice(0, 60) === words(product).slice(0, 60);

const COMMON: Record<string, Fact> = {
  space_id: {
    product: 'audience.spaceId',
    same: (floor: number, product: number, _row, { places }) => places.spaces.get(floor) === product,
  },
  space: { product: 'audience.name' },
  space_slug: { absent: 'a space is addressed by its id' },
  kind: {
    product: 'kind',
    same: (_floor: string, product: string, row, { topics }) => kindOf(topics.get(Number(row['id']))!) === product,
  },
  title: { product: 'title' },
  slug: { absent: SLUG },
  tags: {
    product: 'topics',
    same: (_floor: string[], product: { id: number }[], row, { topics, places }) => {
      const expected = topicsOf(topics.get(Number(row['id']))!, places).toSorted((left, right) => left - right);
      return (
        expected.join() ===
        product
          .map(({ id }) => id)
          .toSorted((left, right) => left - right)
          .join()
      );
    },
  },
  created: { product: 'createdAt', same: time },
  post_count: { product: 'answers', same: (floor: number, product: number) => floor - 1 === product },
  poster_count: { product: 'people', same: count },
  last_posted: { product: 'activeAt', same: time },
  views: { product: 'views', same: count },
  up: { product: 'helpful', same: count },
  down: { absent: NO_DOWN },
  accepted_post: {
    product: 'accepted',
    same: (floor: number | null, product: number) => (floor === null ? 0 : 1) === product,
  },
  pinned: { product: 'pinned' },
  locked: { product: 'state', same: (floor: boolean, product: string) => floor === (product === 'closed') },
};
const threadId: Fact = {
  product: 'id',
  same: (floor: number, product: number, _row, { topics, places }) =>
    places.itemOf(topics.get(floor)!.mainPost) === product,
};
// What has had no answer has no newest one: the question stands on the card already.
const whenAnswered =
  (same: Same): Same =>
  (floor, product, row, loaded) =>
    row['post_count'] === 1 ? product === undefined : same(floor, product, row, loaded);

/** A thread in a list. */
export const CARD_FACTS: Record<string, Fact> = {
  ...COMMON,
  id: threadId,
  last_post: { product: 'last.postId', same: whenAnswered(post) },
  'author.id': { product: 'author.personId', same: person },
  'author.username': { absent: NO_USERNAME },
  'author.name': { product: 'author.name' },
  'author.posts': { absent: HIDDEN_COUNT },
  'author.reputation': { absent: HIDDEN_COUNT },
  'teaser.post': { product: 'last.postId', same: whenAnswered(post) },
  'teaser.excerpt': { product: 'last.excerpt', same: whenAnswered(beginning) },
  'teaser.created': { product: 'last.at', same: whenAnswered(time) },
  'teaser.user.id': { product: 'last.author.personId', same: whenAnswered(person) },
  'teaser.user.username': { absent: NO_USERNAME },
  'teaser.user.name': { product: 'last.author.name', same: whenAnswered((floor, product) => floor === product) },
};

/** A thread on its page. */
export const THREAD_FACTS: Record<string, Fact> = {
  ...COMMON,
  id: threadId,
  // Reading counts, so that the pages read for this comparison are among the views already.
  views: { product: 'views', same: (floor: number, product: number) => product >= floor },
  author_id: { product: 'author.personId', same: person },
  main_post: { product: 'id', same: post },
  last_post: { absent: 'the list tells of the newest post; the page shows it' },
  last_poster_id: { absent: 'the list tells of the newest post; the page shows it' },
};

/** A post in a thread; the question stands in the thread's own object. */
export const POST_FACTS: Record<string, Fact> = {
  id: { product: 'id', same: post },
  position: { absent: 'answers stand in their order, in a question the accepted and the helpful first' },
  created: { product: 'createdAt', same: time },
  reply_to: { absent: 'what is said to an answer is a comment under it; the corpus answers the question' },
  accepted: { product: 'accepted', same: (floor: boolean, product: unknown) => floor === (product !== null) },
  up: { product: 'helpful', same: count },
  down: { absent: NO_DOWN },
  html: { product: 'html', same: text },
  'author.id': { product: 'author.personId', same: person },
  'author.username': { absent: NO_USERNAME },
  'author.name': { product: 'author.name' },
  'author.posts': { absent: HIDDEN_COUNT },
  'author.reputation': { absent: HIDDEN_COUNT },
  'author.joined': { absent: 'the byline says title and unit as they were then; the person’s page says since when' },
};

/** What stands around the rows of an answer. */
export const AROUND: Record<string, Fact> = {
  me: { absent: 'session.read answers it once for a page, not with every request' },
  page: { absent: 'lists are read on from a cursor' },
  pages: { absent: 'lists are read on from a cursor; a thread tells its number of answers' },
  space: { absent: 'each card names its audience; spaces.list describes them' },
};

const leaves = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
    : [[path, value]];

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Values | null | undefined)?.[key], value);

/** Throws when a fact of the floor is unknown, missing in the product's object, or different there. */
export function compareFacts(facts: Record<string, Fact>, floor: Values, product: Values, loaded: Loaded): void {
  for (const [path, value] of leaves(floor)) {
    const fact = facts[path];
    if (!fact) throw new Error(`The floor tells ${path}, of which facts.ts says nothing`);
    if ('absent' in fact) continue;
    const found = at(product, fact.product);
    const same = fact.same ?? ((left: unknown, right: unknown) => left === right);
    if (!same(value as never, found as never, floor, loaded))
      throw new Error(
        `${path} of the floor is ${JSON.stringify(value)}, ${fact.product} of the product ${JSON.stringify(found)} (row ${String(floor['id'])})`,
      );
  }
}

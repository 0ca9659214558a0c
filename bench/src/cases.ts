import { fullThreads, openThreads, personAddress, threadAddress, type Addresses, type Pair } from './addresses.js';
import { signedIn, visitor, type Caller } from './callers.js';
import type { Query } from './corpus.js';
import type { StoredFile } from './files.js';
import type { Shot } from './load.js';
import type { Loaded } from './product-loader.js';
import { pick, randomFrom, shuffled } from './random.js';

/** The same request at both servers. */
export interface Shots {
  product: Shot;
  floor: Shot;
}

export interface Goal {
  cpu?: number;
  /** At 16 connections. */
  p95?: number;
  statements?: number;
}

export interface Case {
  name: string;
  goal: Goal;
  /** Part of the usual number of requests, where one takes long. */
  share?: number;
  /** What it is measured beside, where that is not the floor: a server of files and nothing else. */
  beside?: 'files';
  /** The next request, drawn with these numbers. */
  next(random: () => number): Shots;
}

export interface World {
  loaded: Loaded;
  addresses: Addresses;
  queries: Query[];
  inboxes: number[];
  files: StoredFile[];
  people: number;
  requests: number;
}

const REPLY = [
  'Cảm ơn bạn đã chia sẻ. Đơn vị tôi cũng đã làm theo cách này từ đầu năm và hồ sơ đi nhanh hơn nhiều.',
  'Theo tôi, nên đối chiếu dữ liệu trước khi số hóa; nếu không, sai sót sẽ lặp lại ở mọi khâu phía sau.',
  'Chúng tôi **đã thử nghiệm** ở ba phòng ban: cán bộ một cửa cần khoảng hai tuần để quen với quy trình mới.',
  'Vấn đề nằm ở chữ ký số: văn bản ký bằng chứng thư hết hạn thì hệ thống liên thông trả về mà không báo lỗi.',
];

const shots = (pair: Pair, caller: Caller): Shots => ({
  product: { path: pair.product, headers: caller.product },
  floor: { path: pair.floor, headers: caller.floor },
});

/** Every case, in the order in which they are measured: replies last, since they make threads grow. */
export function makeCases(world: World): Case[] {
  return [...lists(world), ...pages(world), ...others(world), ...searches(world), replies(world)];
}

const anybody = (random: () => number, { people, loaded }: World) =>
  signedIn(1 + Math.floor(random() * people), loaded.places);

function lists(world: World): Case[] {
  const { spaces, recent } = world.addresses;
  const goal = { cpu: 1.5, p95: 2, statements: 4 };
  return [
    {
      name: 'thread-list-anonymous',
      goal: { ...goal, cpu: 1.3 },
      next: (random) => shots(pick(random, spaces), visitor(random)),
    },
    { name: 'thread-list', goal, next: (random) => shots(pick(random, spaces), anybody(random, world)) },
    { name: 'recent', goal, next: (random) => shots(pick(random, recent), anybody(random, world)) },
  ];
}

function pages(world: World): Case[] {
  const threads = fullThreads(world.loaded);
  const any = (random: () => number) => threadAddress(pick(random, threads), world.loaded);
  const goal = { cpu: 1.6, p95: 2, statements: 6 };
  return [
    {
      name: 'thread-page-anonymous',
      goal: { ...goal, cpu: 1.3 },
      next: (random) => shots(any(random), visitor(random)),
    },
    { name: 'thread-page', goal, next: (random) => shots(any(random), anybody(random, world)) },
  ];
}

// The floor has no inbox and no HTML: an inbox stands beside its list of as many rows, a page beside the answer it is made of.
function others(world: World): Case[] {
  const { loaded, inboxes, files } = world;
  const threads = fullThreads(loaded);
  const users = [...loaded.places.people.keys()];
  return [
    {
      name: 'person-page',
      goal: {},
      next: (random) => shots(personAddress(pick(random, users), loaded), anybody(random, world)),
    },
    {
      name: 'inbox',
      goal: {},
      next: (random) =>
        shots(
          { product: '/api/inbox?limit=30', floor: '/api/recent?page=1' },
          signedIn(pick(random, inboxes), loaded.places),
        ),
    },
    {
      name: 'link-preview',
      goal: {},
      next(random) {
        const { product, floor } = threadAddress(pick(random, threads), loaded);
        const path = `/hoi-dap/${/\d+/.exec(product)![0]}`;
        const caller = visitor(random);
        return shots({ product: path, floor }, { ...caller, product: { ...caller.product, accept: 'text/html' } });
      },
    },
    {
      name: 'file-download',
      goal: {},
      beside: 'files',
      next(random) {
        const { key, path } = pick(random, files);
        return shots({ product: `/api/files/${key}`, floor: path }, anybody(random, world));
      },
    },
  ];
}

const search = (name: string, words: string[]): Case => ({
  name: `search-${name}`,
  goal: {},
  share: 0.25,
  next(random) {
    const path = `/api/search?q=${encodeURIComponent(pick(random, words))}`;
    return shots({ product: path, floor: path }, visitor(random));
  },
});

function searches(world: World): Case[] {
  const of = (...classes: Query['class'][]) => world.queries.filter((query) => classes.includes(query.class));
  return [
    search(
      'common',
      of('common').map(({ q }) => q),
    ),
    search(
      'phrase',
      of('phrase').map(({ q }) => q),
    ),
    search(
      'rare',
      of('rare').map(({ q }) => q),
    ),
    search(
      'number',
      of('code').map(({ q }) => q),
    ),
    search(
      'title',
      of('title').map(({ q }) => q),
    ),
    search(
      'unmarked',
      of('common', 'phrase', 'title').map(({ ascii }) => ascii),
    ),
  ];
}

function replies(world: World): Case {
  const { places, topics } = world.loaded;
  const threads = shuffled(randomFrom('reply'), openThreads(world.loaded));
  let next = 0;
  return {
    name: 'reply',
    goal: { cpu: 3 },
    next(random) {
      // Each to a thread that has had none, from a person who has not written for long.
      const thread = threads[next % threads.length]!;
      const caller = signedIn(1 + (next++ % world.people), places);
      const body = { text: `${pick(random, REPLY)}\n\n${pick(random, REPLY)} (${next})` };
      const id = places.itemOf(topics.get(thread)!.mainPost);
      const headers = { ...caller.product, 'idempotency-key': `reply-${next}-${Math.floor(random() * 1e9)}` };
      return {
        product: { path: `/api/threads/${id}/answers`, headers, body },
        floor: { path: `/api/threads/${thread}/replies`, headers: caller.floor, body },
      };
    },
  };
}

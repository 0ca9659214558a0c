import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { routes } from '@hat-nhan/contracts';
import { openWorld, type RawAnswer, type World } from './api.js';
import { PROXIED } from './browser.js';
import { freshLimits } from './forum.js';
import { addressesOf, htmlOf, PAGES } from './shell.js';
import { changing, probe, reading, type Fill, type Probe } from './probes.js';
import { HIDDEN, makeWorld, randomOf, type ActorKind, type Hidden, type Made } from './worlds.js';

const WORLDS = Number(process.env['WORLDS'] ?? 20);
const BASE = 1_000 * Math.floor(Number(process.env['WORLD_SEED'] ?? 1));
/** Actors that are tried in one world; over the worlds it is every kind's turn. */
const ACTORS = 4;
jest.setTimeout(120_000);
const started = new Date().toISOString();

/** Routes that answer from nothing that a wall stands around; each with its reason. */
const NOTHING_BEHIND: Record<string, string> = {
  'session.read': 'only the caller himself',
  'sessions.list': 'only the caller’s devices',
  'accounts.emails': 'only the caller’s addresses',
  'accounts.consents': 'only the caller’s consents',
  'joins.list': 'credentials, decided by role',
  'claims.list': 'credentials, decided by role',
  'claims.mine': 'only the caller’s account',
  'people.interests': 'only the caller’s interests',
  'factors.list': 'only the caller’s factors',
  'factors.ways': 'only the caller’s factors',
  'instance.pages': 'texts for everybody',
  'instance.readTexts': 'texts for everybody, and who wrote them, for administrators',
  'instance.readTextVersion': 'texts for everybody, and who wrote them, for administrators',
  'instance.status': 'numbers of the machine and its queues',
  'calendar.year': 'a registry for everybody',
  'registers.glossary': 'a registry, decided by role',
  'registers.wordHistory': 'a registry, decided by role',
  'site.robots': 'the same lines for everybody',
  'topics.abbreviations': 'a registry for everybody',
  'people.profile': 'only the caller himself',
  'invitations.list': 'credentials, decided by role',
  'invitations.own': 'credentials, decided by whom one represents',
  'accounts.suspension': 'credentials, decided by role',
  'drafts.read': 'own drafts, by person',
  'files.own': 'own files that stand nowhere yet, by person',
};

/** Their limit is that of the account they are about, whoever calls. */
const BY_ACCOUNT = new Set(['session.requestCode', 'session.password', 'factors.recoverySignIn', 'accounts.addEmail']);

/** Headers that are each answer's own, in one world too; the length is that of a body which is compared itself. */
const OF_ONE_ANSWER = new Set(['date', 'x-request-id', 'content-length']);

/** What may differ between two worlds without telling anything: the clock, request ids, the signature of a cursor made of them. */
const told = (body: string): string =>
  body
    .replace(/"requestId":"[^"]*"/g, '"requestId":"…"')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)"/g, (stamp) =>
      stamp.slice(1) > started.slice(0, 16) ? '"now"' : stamp,
    )
    .replace(/"(challenge|secret|uri)":"[^"]*"/g, '"$1":"…"')
    .replace(/"(next|last)":"[^"]*"/g, '"$1":"…"');

function comparable({ status, body, headers }: RawAnswer): string {
  const own = Object.entries(headers).filter(([name]) => !OF_ONE_ANSWER.has(name));
  // The name of a cookie and how long it lasts; its value is drawn.
  const lines = own.map(([name, value]) => `${name}: ${String(value).replace(/^(\w+)=[^;]+/, '$1=…')}`);
  return [`${status} ${told(body)}`, ...lines].join('\n');
}

interface Outcome {
  sent: number;
  /** Answers of a limit, which prove nothing. */
  limited: string[];
  different: { actor: string; probe: Probe; plain: string; twin: string }[];
}

/** Every question comes from an address of its own, or all would meet the limit of one and answer alike for that. */
const addressOf = (at: number) => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
let asked = 0;

async function ask(
  world: World,
  actor: ActorKind,
  { route, url, payload, headers }: Probe,
  address: string,
): Promise<string> {
  const answer = await world.as(actor.id, actor.token).raw({
    method: route.method,
    url,
    headers: { ...headers, 'x-forwarded-for': address },
    ...(payload !== undefined && { payload }),
  });
  return comparable(answer);
}

async function compare(plain: World, twin: World, actor: ActorKind, probes: Probe[], outcome: Outcome): Promise<void> {
  for (const one of probes) {
    outcome.sent++;
    const address = addressOf(++asked);
    const [here, there] = await Promise.all([ask(plain, actor, one, address), ask(twin, actor, one, address)]);
    // A slow space refuses too, and that is an answer like any other.
    if (here.startsWith('429') && here.includes('too-many-requests') && !BY_ACCOUNT.has(one.route.name))
      outcome.limited.push(one.route.name);
    if (here !== there) outcome.different.push({ actor: actor.name, probe: one, plain: here, twin: there });
  }
}

/** So few that all that one person reads here stays within his limit of a minute. */
const PAGE_IDS = 6;
const someOf = (fill: Fill, seed: number): Fill => {
  const random = randomOf(seed * 17 + 5);
  return { ...fill, ids: Array.from({ length: PAGE_IDS }, () => fill.ids[Math.floor(random() * fill.ids.length)]!) };
};

/** The pages that differ, by path: the HTML that the server makes, to the byte. */
async function differentPages(
  plain: World,
  twin: World,
  { token }: ActorKind,
  { ids, slugs }: Fill,
): Promise<string[]> {
  const different: string[] = [];
  for (const page of PAGES)
    for (const address of addressesOf(page, ids, slugs)) {
      const from = addressOf(++asked);
      const [here, there] = await Promise.all([plain, twin].map((world) => htmlOf(world, token, address, from)));
      if (told(here!) !== told(there!)) different.push(page);
    }
  return different;
}

const show = (outcome: Outcome) =>
  outcome.different
    .slice(0, 3)
    .map(
      ({ actor, probe: one, plain, twin }) =>
        `${actor}: ${one.route.method} ${one.url} ${one.payload ?? ''}\n  plain ${plain.slice(0, 600)}\n  twin  ${twin.slice(0, 600)}`,
    )
    .join('\n');

/** Enough to show that hidden rows were in a route's reach; it is not asked further with the wall down. */
const ENOUGH = 5;
/** How often each actor asks at most, with the wall down, what nobody has shown yet. */
const ROUNDS = 8;
const reached = new Map<string, number>();
const reach = (name: string) => reached.set(name, (reached.get(name) ?? 0) + 1);
const unshown = () => reading.filter(({ name }) => !NOTHING_BEHIND[name] && (reached.get(name) ?? 0) < ENOUGH);

/** Changes that one person makes in a minute without meeting a limit. */
const WITHIN_LIMITS = 30;

describe.each(HIDDEN)('two worlds that differ in what stands in a space of kind %s', (hidden: Hidden) => {
  let plain: World;
  let twin: World;
  let tables: string[];
  const seeds = Array.from({ length: WORLDS }, (_, at) => BASE + at).filter(
    (seed) => seed % HIDDEN.length === HIDDEN.indexOf(hidden),
  );
  const made = new Map<number, { made: Made; fill: Fill }>();

  beforeAll(async () => {
    [plain, twin] = await Promise.all([openWorld(PROXIED), openWorld(PROXIED)]);
    // The same secret, so that cursors of equal rows are equal.
    const [secret] = await plain.sqlAsOwner<{ secret: Buffer }>('select secret from instance');
    await twin.sqlAsOwner('update instance set secret = $1', [secret!.secret]);
    tables = (
      await plain.sqlAsOwner<{ name: string }>(`select relname as name from pg_class where relrowsecurity order by 1`)
    ).map((row) => row.name);
  });
  afterAll(async () => {
    await Promise.all([plain.close(), twin.close()]);
  });

  const blind = (seed: number) => {
    const all = made.get(seed)!.made.actors.filter((actor) => actor.blind.includes(hidden));
    const first = (Math.floor(seed / HIDDEN.length) * ACTORS) % all.length;
    return [...all.slice(first), ...all.slice(0, first)].slice(0, ACTORS);
  };
  const drawn = (seed: number, from: typeof routes, salt: number, times: number) => {
    const { fill } = made.get(seed)!;
    const random = randomOf(seed * 31 + salt);
    const own: Fill = { ...fill, pick: (list) => list[Math.floor(random() * list.length)]! };
    return from.flatMap((route) => Array.from({ length: times }, () => probe(route, own)));
  };

  it.each(seeds)('world %i: every reading route answers alike', async (seed) => {
    const [one] = await Promise.all([makeWorld(plain, seed, 'none'), makeWorld(twin, seed, hidden)]);
    const ids = [...one.visibleIds, ...one.hiddenIds, ...one.hiddenIds, 999_999];
    made.set(seed, {
      made: one,
      fill: { ids, keys: one.keys, words: one.words, slugs: one.slugs, pick: (list) => list[0]! },
    });
    const outcome: Outcome = { sent: 0, limited: [], different: [] };
    for (const [at, actor] of blind(seed).entries())
      await compare(plain, twin, actor, drawn(seed, reading, at, 3), outcome);
    expect(show(outcome)).toBe('');
    expect(outcome.sent).toBeGreaterThan(50);
    expect(outcome.limited).toEqual([]);
  });

  it.each(seeds)('world %i: every page that the server makes is the same to the byte', async (seed) => {
    for (const [at, actor] of blind(seed).entries()) {
      await Promise.all([freshLimits(plain), freshLimits(twin)]);
      expect(await differentPages(plain, twin, actor, someOf(made.get(seed)!.fill, seed + at))).toEqual([]);
    }
  });

  it.each(seeds)(
    'world %i: every changing route answers alike, hidden and absent ids too, and leaves both alike',
    async (seed) => {
      const outcome: Outcome = { sent: 0, limited: [], different: [] };
      for (const [at, actor] of blind(seed).entries()) {
        const probes = drawn(seed, changing, 100 + at, 1);
        for (let first = 0; first < probes.length; first += WITHIN_LIMITS) {
          await Promise.all([freshLimits(plain), freshLimits(twin)]);
          await compare(plain, twin, actor, probes.slice(first, first + WITHIN_LIMITS), outcome);
        }
        await compare(plain, twin, actor, drawn(seed, reading, 200 + at, 1), outcome);
      }
      expect(show(outcome)).toBe('');
      expect(outcome.limited).toEqual([]);
    },
  );

  it('are told apart as soon as the wall is down', async () => {
    const [spaces] = await twin.sqlAsOwner<{ definition: string }>(
      `select pg_get_functiondef('app.spaces'::regproc) as definition`,
    );
    for (const table of tables) await twin.sqlAsOwner(`alter table ${table} disable row level security`);
    // Search and the event log name the spaces in their text as well: there the function is the wall.
    await twin.sqlAsOwner(
      `create or replace function app.spaces() returns int[] language sql stable security definer set search_path = pg_catalog as $$ select array(select id from public.space) $$`,
    );
    for (const seed of seeds.slice(0, 4)) {
      for (const [at, actor] of blind(seed).entries()) {
        for (let round = 0; round < ROUNDS && unshown().length > 0; round++) {
          const outcome: Outcome = { sent: 0, limited: [], different: [] };
          await compare(plain, twin, actor, drawn(seed, unshown(), 300 + at + round * 50, 3), outcome);
          for (const { probe: one } of outcome.different) reach(one.route.name);
        }
        const { made: one, fill } = made.get(seed)!;
        const hiddenOnly = someOf({ ...fill, ids: one.hiddenIds }, seed + at);
        for (const page of await differentPages(plain, twin, actor, hiddenOnly)) reach(page);
      }
    }
    await twin.sqlAsOwner(spaces!.definition);
    for (const table of tables) await twin.sqlAsOwner(`alter table ${table} enable row level security`);
  });
});

describe('the two worlds together', () => {
  it('had hidden rows in reach of every route that reads behind the wall', () => {
    const lines = reading.map(
      ({ name }) =>
        `${String(reached.get(name) ?? 0).padStart(6)}  ${name}${NOTHING_BEHIND[name] ? `  (${NOTHING_BEHIND[name]})` : ''}`,
    );
    process.stdout.write(
      `\nAnswers that hidden rows would have changed without the wall, per route:\n${lines.join('\n')}\n`,
    );
    expect(PAGES.filter((page) => !reached.get(page))).toEqual([]);
    expect(reading.map((route) => route.name).filter((name) => !reached.get(name) && !NOTHING_BEHIND[name])).toEqual(
      [],
    );
  });
});

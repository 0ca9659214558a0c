import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { notifications } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import type { EventName, Events } from '../events.js';
import { Database } from '../platform/database.js';
import { HORIZON } from '../platform/horizon.js';
import { jobContext } from '../platform/job-context.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';
import { Signal } from '../platform/signal.js';
import { Stream } from '../platform/stream.js';

interface Block {
  id?: string;
  event?: string;
  data?: { kind?: string; itemId?: number; version?: number };
}

/** A browser's end of a stream, over a real connection. */
interface Listener {
  blocks: Block[];
  status: number;
  headers: IncomingMessage['headers'];
  ended: boolean;
  lastId(): string | undefined;
  news(): Block[];
  cut(): void;
}

const until = async (what: () => boolean, within = 2000) => {
  const end = Date.now() + within;
  while (!what()) {
    if (Date.now() > end) throw new Error(`Not within ${within} ms: ${what.toString()}`);
    await new Promise((done) => setTimeout(done, 10));
  }
};

const parse = (text: string): Block => {
  const block: Block = {};
  for (const line of text.split('\n')) {
    if (line.startsWith('id: ')) block.id = line.slice(4);
    if (line.startsWith('event: ')) block.event = line.slice(7);
    if (line.startsWith('data: ')) block.data = JSON.parse(line.slice(6)) as Block['data'];
  }
  return block;
};

describe('live stream', () => {
  let world: World;
  let port: number;
  let spaces: { public: number; members: number; state: number };
  const open: Listener[] = [];
  let item = 7_000_000;

  beforeAll(async () => {
    world = await openWorld();
    await world.app.get(Signal).start();
    await world.app.listen(0, '127.0.0.1');
    port = (world.app.getHttpServer().address() as AddressInfo).port;
    spaces = await world.baseSpaces();
  });
  afterEach(() => {
    for (const listener of open.splice(0)) listener.cut();
  });
  afterAll(() => world.close());

  function listen(who: Caller, headers: Record<string, string> = {}, method = 'GET', query = ''): Promise<Listener> {
    const { origin, secure } = world.app.get(Settings);
    const cookie = who.token ? { cookie: `${secure ? '__Host-' : ''}session=${who.token}` } : {};
    const sent = request({
      port,
      host: '127.0.0.1',
      path: `/api/stream${query}`,
      method,
      headers: { host: new URL(origin).host, ...cookie, ...headers },
    });
    return new Promise((opened, failed) => {
      sent.on('error', failed);
      sent.on('response', (response) => {
        const listener: Listener = {
          blocks: [],
          status: response.statusCode ?? 0,
          headers: response.headers,
          ended: false,
          lastId: () => listener.blocks.findLast((block) => block.id !== undefined)?.id,
          news: () => listener.blocks.filter((block) => block.event === undefined && block.data),
          cut: () => sent.destroy(),
        };
        let left = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          const blocks = (left + text).split('\n\n');
          left = blocks.pop()!;
          listener.blocks.push(...blocks.map(parse));
        });
        response.on('end', () => (listener.ended = true));
        response.on('error', () => {});
        sent.off('error', failed);
        sent.on('error', () => {});
        open.push(listener);
        opened(listener);
      });
      sent.end();
    });
  }
  const ready = async (listener: Listener) => {
    await until(() => listener.blocks.some((block) => block.event === 'ready'));
    return listener;
  };

  /** What a service does at the end of its change: several events in one transaction, committed by a real request's way. */
  const happen = (who: Caller, spaceId: number, ...itemIds: number[]) =>
    world.app.get(Database).use({
      viewer: who.id,
      writes: true,
      run: async (db) => {
        const ctx = jobContext(db, world.app.get(Settings), who.id);
        for (const itemId of itemIds)
          publish(ctx, 'answer.created', { threadId: itemId, postId: itemId }, { spaceId, itemId, version: 3 });
      },
    });
  const tell = <N extends EventName>(who: Caller, name: N, payload: Events[N], seen = {}) =>
    world.app.get(Database).use({
      viewer: who.id,
      writes: true,
      run: async (db) => publish(jobContext(db, world.app.get(Settings), who.id), name, payload, seen),
    });

  it('tells a member within two seconds, and never one who may not read', async () => {
    const [insider, outsider] = [await world.person(), await world.person()];
    const group = await world.space({ kind: 'group', members: [insider] });
    const [inside, outside, visitor] = await Promise.all(
      [insider, outsider, world.visitor].map(async (who) => ready(await listen(who))),
    );
    expect(inside!.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });

    const [hidden, forMembers, forAll] = [item++, item++, item++];
    await happen(insider, group, hidden);
    await until(() => inside!.news().length === 1);
    expect(inside!.news()[0]!.data).toEqual({ kind: 'answer.created', itemId: hidden, version: 3 });
    await happen(insider, spaces.members, forMembers);
    await happen(insider, spaces.public, forAll);
    await until(() => visitor!.news().length === 1);
    await until(() => outside!.news().length === 2);
    expect(visitor!.news().map((block) => block.data?.itemId)).toEqual([forAll]);
    expect(outside!.news().map((block) => block.data?.itemId)).toEqual([forMembers, forAll]);
  });

  it('tells who waits to join a group to its moderators alone', async () => {
    const [moderator, member] = [await world.person(), await world.person()];
    const group = await world.space({
      kind: 'group',
      members: [
        { id: moderator.id, level: 'moderate' },
        { id: member.id, level: 'write' },
      ],
    });
    const [first, second] = [await ready(await listen(moderator)), await ready(await listen(member))];
    const asked = item++;
    const seen = { spaceId: group, itemId: asked };
    await tell(moderator, 'joining.opened', { joiningId: 1, spaceId: group, personId: asked }, seen);
    await tell(moderator, 'space.memberChanged', { spaceId: group, personId: asked }, seen);
    await until(() => first.news().length === 2 && second.news().length === 1);
    expect(first.news().map(({ data }) => data?.kind)).toEqual(['joining.opened', 'space.memberChanged']);
    expect(second.news().map(({ data }) => data?.kind)).toEqual(['space.memberChanged']);
  });

  it('stops telling with the event after a lost membership', async () => {
    const person = await world.person();
    const group = await world.space({ kind: 'group', members: [person] });
    const listener = await ready(await listen(person));
    await happen(person, group, item++);
    await until(() => listener.news().length === 1);
    await world.sqlAsOwner('delete from space_member where space_id = $1 and person_id = $2', [group, person.id]);
    const shown = item++;
    await happen(person, group, item++);
    await happen(person, spaces.members, shown);
    await until(() => listener.news().length === 2);
    expect(listener.news()[1]!.data?.itemId).toBe(shown);
  });

  it('begins with what changed since the page was read, by stream and by polling', async () => {
    const person = await world.person();
    const changed = item++;
    await happen(person, spaces.members, changed);
    await settled();
    const listener = await ready(await listen(person, {}, 'GET', '?age=60'));
    expect(listener.news().map(({ data }) => data?.itemId)).toContain(changed);
    const items = async (age: number) =>
      (await person.call(notifications.changes, { age })).items.map(({ itemId }) => itemId);
    expect(await items(60)).toContain(changed);
    expect(await items(0)).toEqual([]);
  });

  it('gives after a cut exactly what was missed and may still be read', async () => {
    const person = await world.person();
    const [kept, lost] = [
      await world.space({ kind: 'group', members: [person] }),
      await world.space({ kind: 'group', members: [person] }),
    ];
    const first = await ready(await listen(person));
    const told = item++;
    await happen(person, kept, told);
    await until(() => first.news().length === 1);
    const lastId = first.lastId()!;
    first.cut();
    const missed = [item++, item++, item++];
    await happen(person, kept, missed[0]!, missed[1]!);
    await happen(person, lost, item++);
    await happen(person, kept, missed[2]!);
    await world.sqlAsOwner('delete from space_member where space_id = $1', [lost]);
    await settled();

    const second = await ready(await listen(person, { 'last-event-id': lastId }));
    expect(second.news().map((block) => block.data?.itemId)).toEqual(missed);
    const later = item++;
    await happen(person, kept, later);
    await until(() => second.news().length === 4);
    expect(second.news()[3]!.data?.itemId).toBe(later);
  });

  it('names the place in the log only behind the last event of a transaction, so that a cut between loses none', async () => {
    const person = await world.person();
    const listener = await ready(await listen(person));
    await happen(person, spaces.members, item++, item++, item++);
    await until(() => listener.news().length === 3);
    expect(listener.news().map((block) => block.id !== undefined)).toEqual([false, false, true]);
  });

  it('loses nothing of what is committed while many streams open', async () => {
    const person = await world.person();
    const ids = Array.from({ length: 40 }, () => item++);
    const listeners: { before: number; listener: Listener }[] = [];
    const opening: Promise<unknown>[] = [];
    let done = 0;
    for (const id of ids) {
      opening.push(listen(person).then((listener) => listeners.push({ before: done, listener })));
      await happen(person, spaces.members, id);
      done++;
    }
    await Promise.all(opening);
    await Promise.all(listeners.map(({ listener }) => ready(listener)));
    ids.push(item++);
    await happen(person, spaces.members, ids.at(-1)!);
    await until(() => listeners.every(({ listener }) => listener.news().at(-1)?.data?.itemId === ids.at(-1)), 4000);
    for (const { before, listener } of listeners) {
      // Each heard a run without gaps and without repeats, with everything that began after it opened (one was under way).
      const heard = listener.news().map((block) => block.data!.itemId!);
      expect(heard).toEqual(ids.slice(ids.length - heard.length));
      expect(heard.length).toBeGreaterThanOrEqual(ids.length - before - 1);
    }
    const best = Math.max(...listeners.map(({ listener }) => listener.news().length));
    expect(best).toBeGreaterThan(20);
  }, 20_000);

  /** The log is read up to the oldest transaction of this database: until that is past all of it. */
  const settled = async () => {
    const state = `select coalesce(max(xid) < ${HORIZON}, true) as yes from event`;
    while (!(await world.sqlAsOwner<{ yes: boolean }>(state))[0]!.yes)
      await new Promise((done) => setTimeout(done, 10));
  };

  it('says reset where too much was missed, and goes on from now', async () => {
    const person = await world.person();
    const listener = await ready(await listen(person));
    const lastId = listener.lastId()!;
    listener.cut();
    await happen(person, spaces.members, ...Array.from({ length: 501 }, () => item++));
    await settled();
    const again = await ready(await listen(person, { 'last-event-id': lastId }));
    expect(again.blocks.map((block) => block.event)).toContain('reset');
    expect(again.news()).toEqual([]);
    const next = item++;
    await happen(person, spaces.members, next);
    await until(() => again.news().length === 1);
    expect(again.news()[0]!.data?.itemId).toBe(next);
  });

  it('tells a notification to its person only, live and by polling', async () => {
    const [mine, other] = [await world.person(), await world.person()];
    const [me, them] = [await ready(await listen(mine)), await ready(await listen(other))];
    const before = await other.call(notifications.changes, {});
    const about = item++;
    await tell(
      mine,
      'notification.created',
      { notificationId: 1, personId: mine.id },
      { spaceId: spaces.public, itemId: about },
    );
    await until(() => me.news().length === 1);
    expect(me.news()[0]!.data).toMatchObject({ kind: 'notification.created', itemId: about });
    const after = item++;
    await happen(mine, spaces.public, after);
    await until(() => them.news().length === 1);
    expect(them.news()[0]!.data?.itemId).toBe(after);
    const polled = async (who: Caller) =>
      (await who.call(notifications.changes, { after: before.last })).items.map((one) => one.itemId);
    expect(await polled(mine)).toEqual([about, after]);
    expect(await polled(other)).toEqual([after]);
  });

  it('ends the streams of a disabled person, and of one ended session only', async () => {
    const person = await world.person();
    const [session] = await world.sqlAsOwner<{ id: number }>('select id from session where person_id = $1', [
      person.id,
    ]);
    const other = await world.sqlAsOwner<{ id: number }>(
      `insert into session (person_id, token_hash, idle, expires_at) values ($1, sha256('second'), '8 hours', now() + interval '8 hours') returning id`,
      [person.id],
    );
    const [one, two] = [await ready(await listen(person)), await ready(await listen(world.as(person.id, 'second')))];
    await tell(person, 'session.ended', { personId: person.id, sessionId: session!.id }, { itemId: session!.id });
    await until(() => one.ended);
    expect(one.blocks.at(-1)?.event).toBe('ended');
    await happen(person, spaces.members, item++);
    await until(() => two.news().length === 1);
    expect(two.ended).toBe(false);
    await tell(person, 'account.disabled', { personId: person.id });
    await until(() => two.ended, 1000);
    expect(other).toHaveLength(1);
    expect(world.app.get(Stream).open).toBe(0);
  });

  it('answers HEAD without opening a stream, and ignores an id that cannot be one', async () => {
    const head = await listen(world.visitor, {}, 'HEAD');
    await until(() => head.ended);
    expect(head.status).toBe(200);
    const odd = await ready(await listen(world.visitor, { 'last-event-id': "1'; drop table event" }));
    expect(odd.status).toBe(200);
    const far = await ready(await listen(world.visitor, { 'last-event-id': '9999999999999999999' }));
    const id = item++;
    await happen(await world.person(), spaces.public, id);
    await until(() => far.news().length === 1 && odd.news().length === 1);
  });

  it('polls the same: nothing twice, a whole transaction or none of it', async () => {
    const person = await world.person();
    const { last } = await person.call(notifications.changes, {});
    expect((await person.call(notifications.changes, { after: last })).items).toEqual([]);
    const ids = [item++, item++];
    await happen(person, spaces.members, ...ids);
    // The log is read up to the oldest transaction of the whole server, other tests' included, so it may have to wait.
    const poll = () => person.call(notifications.changes, { after: last });
    let first = await poll();
    for (const end = Date.now() + 10_000; first.items.length === 0 && Date.now() < end;) first = await poll();
    expect(first.items.map((one) => one.itemId)).toEqual(ids);
    expect(await person.call(notifications.changes, { after: first.last })).toEqual({ last: first.last, items: [] });
    // What the visitor may not read does not even move his place.
    const visitor = await world.visitor.call(notifications.changes, {});
    await happen(person, spaces.members, item++);
    expect(await world.visitor.call(notifications.changes, { after: visitor.last })).toEqual({
      last: visitor.last,
      items: [],
    });
  });

  it('lets the server close while streams are open', async () => {
    const lone = await openWorld();
    await lone.app.listen(0, '127.0.0.1');
    const address = lone.app.getHttpServer().address() as AddressInfo;
    const sent = request({
      port: address.port,
      host: '127.0.0.1',
      path: '/api/stream',
      headers: { host: new URL(lone.app.get(Settings).origin).host },
    });
    sent.on('error', () => {});
    const response = await new Promise<IncomingMessage>((opened) => sent.on('response', opened).end());
    response.resume();
    const ended = new Promise((done) => response.on('close', done));
    const started = Date.now();
    await lone.close();
    await ended;
    expect(Date.now() - started).toBeLessThan(3000);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { posts, threads } from '@hat-nhan/contracts';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask, freshLimits } from '../../test/forum.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let asker: Person;
let people: Person[];

beforeAll(async () => {
  world = await openWorld();
  asker = await world.person();
  people = await Promise.all(Array.from({ length: 4 }, () => world.person()));
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

const counters = async (id: number) => {
  const [row] = await world.sqlAsOwner<{ helpful: number; votes: number; me_too: number; units: number }>(
    `select p.helpful, (select count(*)::int from vote where post_id = p.id) as votes, t.me_too,
      (select count(distinct organisation_id)::int from me_too where thread_id = t.id) as units
     from post p join thread t on t.id = p.thread_id where p.id = $1`,
    [id],
  );
  return row!;
};

describe('"Hữu ích"', () => {
  it('is given once, taken back once, and never to oneself', async () => {
    const id = await ask(world, asker);
    const made = await answer(people[0]!, id);
    expect(await asker.call(posts.vote, { id: made.id })).toEqual({ helpful: 1, voted: true });
    expect(await asker.call(posts.vote, { id: made.id })).toEqual({ helpful: 1, voted: true });
    const page = await asker.call(threads.read, { id });
    expect(page.answers.items[0]).toMatchObject({ helpful: 1, voted: true, can: { vote: true } });
    expect(await asker.call(posts.unvote, { id: made.id })).toEqual({ helpful: 0, voted: false });
    expect(await asker.call(posts.unvote, { id: made.id })).toEqual({ helpful: 0, voted: false });
    await expect(people[0]!.call(posts.vote, { id: made.id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asker.call(posts.vote, { id })).rejects.toMatchObject({ code: 'forbidden' });
    const comment = await asker.call(posts.addComment, { id, text: 'Thêm thông tin' });
    await expect(people[0]!.call(posts.vote, { id: comment.id })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('on the question counts on the card too', async () => {
    const id = await ask(world, asker);
    await people[0]!.call(posts.vote, { id });
    await people[1]!.call(posts.vote, { id });
    const { thread } = await people[1]!.call(threads.read, { id });
    expect(thread).toMatchObject({ helpful: 2, voted: true });
  });

  it('counts what is there, whatever is given and taken back at the same time', async () => {
    const step = fc.record({ who: fc.nat(3), on: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
        await freshLimits(world);
        const id = await ask(world, asker);
        const { id: postId } = await answer(asker, id);
        await Promise.all(
          steps.map(({ who, on }) => people[who]!.call(on ? posts.vote : posts.unvote, { id: postId })),
        );
        const { helpful, votes } = await counters(postId);
        expect(helpful).toBe(votes);
      }),
      { numRuns: 15 },
    );
  });
});

describe('"Đơn vị tôi cũng gặp"', () => {
  it('counts organisations, not people, and a unit with the whole it belongs to', async () => {
    const top = await world.organisation();
    const unit = await world.organisation({ kind: 'unit', parent: top });
    const [one, two] = [await world.person({ organisation: top }), await world.person({ organisation: unit })];
    const id = await ask(world, asker);
    expect(await one.call(threads.addMeToo, { id })).toEqual({ meToo: 1, metoo: true });
    expect(await two.call(threads.addMeToo, { id })).toEqual({ meToo: 1, metoo: true });
    expect(await people[0]!.call(threads.addMeToo, { id })).toEqual({ meToo: 2, metoo: true });
    expect(await one.call(threads.removeMeToo, { id })).toEqual({ meToo: 2, metoo: false });
    expect(await two.call(threads.removeMeToo, { id })).toEqual({ meToo: 1, metoo: false });
    expect((await people[0]!.call(threads.read, { id })).thread).toMatchObject({ meToo: 1, metoo: true });
    await expect(asker.call(threads.addMeToo, { id })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is neither given nor taken back where the state takes none', async () => {
    const id = await ask(world, asker);
    await people[0]!.call(threads.addMeToo, { id });
    await world.sqlAsOwner(`update item set state = 'archived' where id = $1`, [id]);
    for (const route of [threads.addMeToo, threads.removeMeToo]) {
      await expect(people[0]!.call(route, { id })).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await counters(id)).toMatchObject({ me_too: 1, units: 1 });
  });

  it('waits, as a vote does, for who changes the thread, and then looks at its state', async () => {
    const id = await ask(world, asker);
    const holder = new Client({ connectionString: world.ownerUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query(`update item set state = 'archived' where id = $1`, [id]);
    const outcomes = Promise.allSettled([
      people[0]!.call(threads.addMeToo, { id }),
      people[1]!.call(posts.vote, { id }),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await holder.query('commit');
    await holder.end();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
    }
    expect(await counters(id)).toMatchObject({ helpful: 0, votes: 0, me_too: 0, units: 0 });
  });

  it('says nothing to anybody when nothing was pressed or taken back', async () => {
    const id = await ask(world, asker);
    const told = async () =>
      (await world.sqlAsOwner<{ name: string }>('select name from event where item_id = $1 order by id', [id])).map(
        ({ name }) => name,
      );
    await people[0]!.call(threads.addMeToo, { id });
    const before = await told();
    expect(before).toContain('thread.changed');
    expect(await people[0]!.call(threads.addMeToo, { id })).toEqual({ meToo: 1, metoo: true });
    expect(await people[1]!.call(threads.removeMeToo, { id })).toEqual({ meToo: 1, metoo: false });
    expect(await people[1]!.call(posts.unvote, { id })).toEqual({ helpful: 0, voted: false });
    expect(await told()).toEqual(before);
    expect(await people[0]!.call(threads.removeMeToo, { id })).toEqual({ meToo: 0, metoo: false });
    expect(await told()).toEqual([...before, 'thread.changed']);
  });

  it('counts what is there after everything at once', async () => {
    const id = await ask(world, asker);
    await Promise.all(
      people.flatMap((person) => [person.call(threads.addMeToo, { id }), person.call(threads.addMeToo, { id })]),
    );
    await Promise.all(people.slice(2).map((person) => person.call(threads.removeMeToo, { id })));
    expect(await counters(id)).toMatchObject({ me_too: 2, units: 2 });
  });
});

describe('watching', () => {
  it('counts watchers, also when levels change at once', async () => {
    const id = await ask(world, asker);
    const levels = ['watch', 'mute', 'watch', 'normal'] as const;
    await Promise.all(people.map((person, n) => person.call(threads.watch, { id, level: levels[n]! })));
    expect((await people[1]!.call(threads.read, { id })).thread).toMatchObject({ watchers: 3, watch: 'mute' });
  });

  it('is open to whoever may only read', async () => {
    const spaceId = await world.space({
      kind: 'group',
      members: [{ id: asker.id }, { id: people[0]!.id, level: 'read' }],
    });
    const id = await ask(world, asker, { spaceId });
    expect(await people[0]!.call(threads.watch, { id, level: 'watch' })).toEqual({ done: true });
    expect((await people[0]!.call(threads.read, { id })).thread.watch).toBe('watch');
  });
});

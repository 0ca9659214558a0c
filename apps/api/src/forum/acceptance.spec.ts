import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { posts, threads } from '@hat-nhan/contracts';
import * as fc from 'fast-check';
import { openWorld, ProblemError, type World } from '../../test/api.js';
import { answer, ask, freshLimits } from '../../test/forum.js';

type Person = Awaited<ReturnType<World['person']>>;

/** What can be done with a thread as long as it stands for itself. */
const ARRANGED = ['duplicate', 'move', 'split', 'merge'];
let world: World;
let asker: Person;
let answerer: Person;
let moderator: Person;

beforeAll(async () => {
  world = await openWorld();
  [asker, answerer] = [await world.person(), await world.person()];
  moderator = await world.person({ roles: ['moderator'] });
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

const later = (days: number) => world.clock.set(new Date(Date.now() + days * 86_400_000));
const audits = (itemId: number) =>
  world.sqlAsOwner('select role, action, from_state, to_state from audit where item_id = $1 order by id', [itemId]);

describe('choosing an answer', () => {
  it('resolves the question; several may be chosen; taking all back opens it again', async () => {
    const id = await ask(world, asker);
    const [one, two] = [await answer(answerer, id), await answer(asker, id)];
    expect(await asker.call(threads.accept, { id: one.id })).toEqual({ state: 'resolved', accepted: 1 });
    expect(await asker.call(threads.accept, { id: two.id })).toEqual({ state: 'resolved', accepted: 2 });
    expect(await asker.call(threads.accept, { id: two.id })).toEqual({ state: 'resolved', accepted: 2 });
    const { answers, thread } = await answerer.call(threads.read, { id });
    expect(thread).toMatchObject({ state: 'resolved', accepted: 2, can: { answer: true } });
    expect(answers.items.map((item) => item.accepted)).toMatchObject([
      { by: 'asker', own: false },
      { by: 'asker', own: true },
    ]);
    expect(await asker.call(threads.unaccept, { id: one.id })).toEqual({ state: 'resolved', accepted: 1 });
    expect(await asker.call(threads.unaccept, { id: two.id })).toEqual({ state: 'open', accepted: 0 });
    expect(await asker.call(threads.unaccept, { id: two.id })).toEqual({ state: 'open', accepted: 0 });
    expect(await audits(one.id)).toEqual([
      { role: 'asker', action: 'answer.accept', from_state: 'open', to_state: 'resolved' },
      { role: 'asker', action: 'answer.unaccept', from_state: 'resolved', to_state: 'resolved' },
    ]);
    const events = await world.sqlAsOwner(
      `select name from event where item_id = $1 and name like '%accepted' order by id`,
      [id],
    );
    expect(events.map((event) => event['name'])).toEqual([
      'answer.accepted',
      'answer.accepted',
      'answer.unaccepted',
      'answer.unaccepted',
    ]);
  });

  it('is the asker’s; after 14 days an expert of the topic or a moderator may, and the log says as whom', async () => {
    const topic = await world.topic();
    const expert = await world.person();
    await world.sqlAsOwner(
      'insert into topic_expert (topic_id, person_id, space_id, expert) select $1, id, space_id, true from person where id = $2',
      [topic, expert.id],
    );
    const id = await ask(world, asker, { topicIds: [topic] });
    const [one, two] = [await answer(answerer, id), await answer(answerer, id)];
    later(13);
    for (const who of [expert, moderator, answerer]) {
      await expect(who.call(threads.accept, { id: one.id })).rejects.toMatchObject({ code: 'forbidden' });
      expect((await who.call(threads.read, { id })).answers.items[0]?.can.accept).toBe(false);
    }
    later(15);
    await expect(answerer.call(threads.accept, { id: one.id })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await expert.call(threads.read, { id })).answers.items[0]?.can.accept).toBe(true);
    await expert.call(threads.accept, { id: one.id });
    await expect(moderator.call(threads.accept, { id: two.id })).rejects.toMatchObject({ code: 'sign-in-again' });
    await world.sqlAsOwner('update session set created_at = $2 where person_id = $1', [
      moderator.id,
      world.clock.now(),
    ]);
    await moderator.call(threads.accept, { id: two.id });
    world.clock.set(null);
    const { answers } = await asker.call(threads.read, { id });
    expect(answers.items.map((item) => item.accepted?.by)).toEqual(['expert', 'moderator']);
    expect(await audits(two.id)).toMatchObject([{ role: 'moderator', action: 'answer.accept' }]);
  });

  it('is of questions only, and of answers only', async () => {
    const discussion = await ask(world, asker, { kind: 'discussion' });
    const reply = await answer(answerer, discussion);
    await expect(asker.call(threads.accept, { id: reply.id })).rejects.toMatchObject({ code: 'forbidden' });
    const id = await ask(world, asker);
    const comment = await asker.call(posts.addComment, { id, text: 'Một góp ý' });
    await expect(asker.call(threads.accept, { id: comment.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(asker.call(threads.accept, { id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('counts once what many choose at once', async () => {
    const id = await ask(world, asker);
    const { id: answerId } = await answer(answerer, id);
    await Promise.all(Array.from({ length: 8 }, () => asker.call(threads.accept, { id: answerId })));
    expect((await asker.call(threads.read, { id })).thread.accepted).toBe(1);
    expect(await audits(answerId)).toHaveLength(1);
  });
});

describe('closing', () => {
  it('is the asker’s or a moderator’s; a moderator of the space too; nobody else’s', async () => {
    const keeper = await world.person();
    const spaceId = await world.space({
      kind: 'group',
      members: [{ id: asker.id }, { id: keeper.id, level: 'moderate' }, { id: answerer.id }],
    });
    const id = await ask(world, asker, { spaceId });
    await expect(answerer.call(threads.close, { id, reason: 'other' })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await keeper.call(threads.read, { id })).thread.can).toMatchObject({ close: true, edit: false });
    expect(await keeper.call(threads.close, { id, reason: 'off_topic' })).toEqual({ state: 'closed' });
    const again = keeper.call(threads.close, { id, reason: 'off_topic' });
    await expect(again).rejects.toMatchObject({
      code: 'illegal-transition',
      body: { allowed: ['reopen', ...ARRANGED] },
    });
    expect(await asker.call(threads.reopen, { id })).toEqual({ state: 'open' });
    const reopened = asker.call(threads.reopen, { id });
    await expect(reopened).rejects.toMatchObject({
      code: 'illegal-transition',
      body: { allowed: ['accept', 'unaccept', 'close', 'archive', ...ARRANGED] },
    });
    expect(await audits(id)).toEqual([
      { role: 'moderator', action: 'thread.close', from_state: 'open', to_state: 'closed' },
      { role: 'asker', action: 'thread.reopen', from_state: 'closed', to_state: 'open' },
    ]);
  });

  it('is settled by the database when an answer comes at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await ask(world, asker);
      const [closed, answered] = await Promise.allSettled([
        asker.call(threads.close, { id, reason: 'other' }),
        answer(answerer, id),
      ]);
      expect(closed.status).toBe('fulfilled');
      if (answered.status === 'rejected') expect(answered.reason).toMatchObject({ code: 'thread-closed' });
      const { thread } = await asker.call(threads.read, { id });
      expect(thread).toMatchObject({ state: 'closed', answers: answered.status === 'fulfilled' ? 1 : 0 });
    }
  });
});

// The machine once more, as the product's document tells it.
interface Model {
  closed: boolean;
  accepted: Set<number>;
}
const stateOf = (model: Model) => (model.closed ? 'closed' : model.accepted.size > 0 ? 'resolved' : 'open');

function expected(model: Model, step: { move: string; n: number }): 'done' | string[] {
  if (step.move === 'close') {
    if (model.closed) return ['reopen', ...ARRANGED];
    model.closed = true;
  } else if (step.move === 'reopen') {
    if (!model.closed) return ['accept', 'unaccept', 'close', 'archive', ...ARRANGED];
    model.closed = false;
  } else if (model.closed) return ['reopen', ...ARRANGED];
  else if (step.move === 'accept') model.accepted.add(step.n);
  else model.accepted.delete(step.n);
  return 'done';
}

describe('the state machine', () => {
  it('never leaves its states, and refuses what it does not know with what it does', async () => {
    const step = fc.record({ move: fc.constantFrom('accept', 'unaccept', 'close', 'reopen'), n: fc.nat(1) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        await freshLimits(world);
        const id = await ask(world, asker);
        const ids = [(await answer(answerer, id)).id, (await answer(answerer, id)).id];
        const model: Model = { closed: false, accepted: new Set() };
        for (const { move, n } of steps) {
          const outcome = expected(model, { move, n });
          const calls: Record<string, () => Promise<{ state: string }>> = {
            accept: () => asker.call(threads.accept, { id: ids[n]! }),
            unaccept: () => asker.call(threads.unaccept, { id: ids[n]! }),
            close: () => asker.call(threads.close, { id, reason: 'other' }),
            reopen: () => asker.call(threads.reopen, { id }),
          };
          const told = await calls[move]!().catch((error: unknown) => error);
          if (outcome === 'done') expect(told).toMatchObject({ state: stateOf(model) });
          else {
            expect(told).toBeInstanceOf(ProblemError);
            expect(told).toMatchObject({ status: 409, code: 'illegal-transition', body: { allowed: outcome } });
          }
        }
        const { thread } = await asker.call(threads.read, { id });
        expect(thread).toMatchObject({ state: stateOf(model), accepted: model.accepted.size });
      }),
      { numRuns: 12 },
    );
  });
});

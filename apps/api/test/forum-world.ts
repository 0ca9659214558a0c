import { afterAll, beforeEach, expect } from '@jest/globals';
import { openWorld, type World } from './api.js';
import { freshLimits } from './forum.js';

export type Person = Awaited<ReturnType<World['person']>>;

/** What a refused call is like: the code of its problem and its status. */
export const refused = (code: string, status: number) => expect.objectContaining({ code, status });
/** The field that was wrong, as JSON pointer. */
export const wrong = (pointer: string) =>
  expect.objectContaining({ body: expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }) });

/**
 * A world for the specs of threads, with three members and a moderator. Each test has its limits of a minute to itself; the
 * world is closed after the last one. Called at the top of a spec: `const { world, asker } = await openForum();`.
 */
export async function openForum() {
  const world = await openWorld();
  beforeEach(() => freshLimits(world));
  afterAll(() => world.close());
  const [spaces, asker, one, two] = [
    await world.baseSpaces(),
    await world.person(),
    await world.person(),
    await world.person(),
  ];
  return { world, spaces, asker, one, two, moderator: await world.person({ roles: ['moderator'] }) };
}

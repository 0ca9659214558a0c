import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spaces } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('opening a space', () => {
  it('answers alike whether a group out of sight has the name or not; a public name is taken once', async () => {
    const [one, other] = [
      await world.person({ roles: ['coordinator'] }),
      await world.person({ roles: ['coordinator'] }),
    ];
    const named = (kind: 'group' | 'public') => ({ kind, name: 'Tổ rà soát hồ sơ', description: '' });
    const { id } = await one.call(spaces.create, named('group'));
    await expect(other.call(spaces.read, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(other.call(spaces.create, named('group'))).resolves.toEqual({ id: expect.any(Number) });
    await expect(other.call(spaces.create, named('public'))).resolves.toEqual({ id: expect.any(Number) });
    await expect(one.call(spaces.create, named('public'))).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('tells somebody of an enterprise nothing of the state bodies’ spaces by a name', async () => {
    const coordinator = await world.person({ roles: ['coordinator'] });
    const outside = await world.person({ roles: ['coordinator'], enterprise: true });
    const named = { name: 'Trao đổi về đầu tư công', description: '' };
    const { id } = await coordinator.call(spaces.create, { ...named, kind: 'state' });
    await expect(outside.call(spaces.read, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(outside.call(spaces.create, { ...named, kind: 'public' })).resolves.toEqual({
      id: expect.any(Number),
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { invitations, joins, organisations, registry } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Browser, newestLetter, PROXIED } from '../../test/browser.js';
import { freshLimits } from '../../test/forum.js';

let world: World;
let coordinator: Awaited<ReturnType<World['person']>>;
let count = 0;
beforeAll(async () => {
  world = await openWorld(PROXIED);
  coordinator = await world.person({ roles: ['coordinator'] });
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

const read = (id: number) => coordinator.call(organisations.read, { id });
const dissolve = async (id: number) =>
  coordinator.call(
    registry.dissolve,
    { id, date: '2026-02-01', reason: 'Giải thể theo quyết định' },
    { ifMatch: (await read(id)).version },
  );
const merge = async (id: number, from: number) =>
  coordinator.call(registry.merge, { id, from: [from], date: '2026-02-01' }, { ifMatch: (await read(id)).version });
const email = () => `den-${++count}@don-vi.example`;
const invite = (organisationId: number, address = email()) =>
  coordinator.call(invitations.invite, { email: address, name: 'Lê Văn Đến', title: 'Chuyên viên', organisationId });
/** Somebody invited there, who has the letter. */
async function invited(organisationId: number) {
  const address = email();
  const { id } = await invite(organisationId, address);
  const token = /\/loi-moi#([\w-]{43})$/m.exec((await newestLetter(world, address))?.text ?? '')?.[1];
  return { id, address, token: token! };
}
const accept = (token: string) =>
  new Browser(world).call(invitations.acceptInvitation, { token, name: 'Lê Văn Đến', title: 'Chuyên viên', unit: '' });
const ended = (pointer: string) => ({ code: 'invalid-input', body: { errors: [{ pointer, code: 'ended' }] } });

describe('an organisation that is no more', () => {
  it('takes nobody and nothing: no invitation, no request, no unit, no organisation below', async () => {
    const id = await world.organisation({ name: 'Trung tâm Đã Giải Thể' });
    await dissolve(id);
    await expect(invite(id)).rejects.toMatchObject(ended('/organisationId'));
    const request = { email: email(), name: 'Lê Văn Đến', title: 'Chuyên viên', organisationId: id, note: '' };
    await expect(new Browser(world).call(joins.askToJoin, request)).rejects.toMatchObject(ended('/organisationId'));
    expect((await read(id)).can.addUnit).toBe(false);
    await expect(coordinator.call(organisations.addUnit, { id, name: 'Phòng Thêm Sau' })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
    const child = { name: 'Đơn vị dưới chỗ đã hết', kind: 'government_agency', parentId: id } as const;
    await expect(coordinator.call(registry.create, child)).rejects.toMatchObject(ended('/parentId'));
    expect((await read(id)).units).toEqual([]);
  });

  it('does not end while somebody is invited there, and a request under way is not confirmed into it', async () => {
    const id = await world.organisation({ name: 'Trung tâm Còn Lời Mời' });
    const open = await invited(id);
    await expect(dissolve(id)).rejects.toMatchObject({ code: 'organisation-in-use' });
    await coordinator.call(invitations.revokeInvitation, { id: open.id });
    const address = email();
    const asked = { email: address, name: 'Lê Văn Đến', title: 'Chuyên viên', organisationId: id, note: '' };
    await new Browser(world).call(joins.askToJoin, asked);
    await dissolve(id);
    const { items } = await coordinator.call(joins.list, {});
    const request = items.find((one) => one.email === address)!;
    await expect(coordinator.call(joins.confirm, { id: request.id })).rejects.toMatchObject(ended('/organisationId'));
    await coordinator.call(joins.decline, { id: request.id, reason: 'Đơn vị đã giải thể' });
  });

  it('lets who was invited arrive where it went, before anybody has changed his invitation', async () => {
    const [from, into] = [
      await world.organisation({ name: 'Sở Đi Trước' }),
      await world.organisation({ name: 'Sở Đến Sau' }),
    ];
    const { token } = await invited(from);
    await merge(into, from);
    const me = await accept(token);
    expect(me.person).toMatchObject({ organisationId: into });
    expect((await read(into)).people).toBe(1);
  });

  it('lets who was invited in without it, where it went nowhere', async () => {
    const id = await world.organisation({ name: 'Sở Không Còn' });
    const { token } = await invited(id);
    // As a later file of the registry ends it.
    await world.sqlAsOwner(`update organisation set valid_to = '2026-02-01' where id = $1`, [id]);
    const { person } = await accept(token);
    expect(person).toMatchObject({ name: 'Lê Văn Đến', organisationId: null });
    expect(await world.sqlAsOwner('select 1 from position where person_id = $1', [person!.id])).toEqual([]);
  });

  it('keeps no unit that was added while it was merged', async () => {
    for (let round = 0; round < 4; round++) {
      const [from, into] = [await world.organisation(), await world.organisation()];
      const [merged, added] = await Promise.allSettled([
        merge(into, from),
        coordinator.call(organisations.addUnit, { id: from, name: 'Phòng Chen Ngang' }),
      ]);
      expect(merged.status).toBe('fulfilled');
      if (added.status === 'fulfilled') expect((await read(added.value.id)).parent).toMatchObject({ id: into });
      else expect(added.reason).toMatchObject({ code: 'illegal-transition' });
      expect(await world.sqlAsOwner('select 1 from organisation where parent_id = $1', [from])).toEqual([]);
    }
  });
});

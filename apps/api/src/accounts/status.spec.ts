import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instance } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import { migrations } from '../migrations/migrate.js';

describe('the status of the instance', () => {
  let world: World;
  let administrator: Caller;
  const read = () => administrator.call(instance.status, {});
  beforeAll(async () => {
    world = await openWorld();
    administrator = await world.person({ roles: ['administrator'] });
  });
  afterAll(() => world.close());

  it('is told to administrators alone', async () => {
    for (const roles of [[], ['moderator'], ['editor'], ['coordinator']] as const) {
      const other = await world.person({ roles: [...roles] });
      await expect(other.call(instance.status, {})).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(world.visitor.call(instance.status, {})).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('says version, migrations and disk', async () => {
    const told = await read();
    expect(told.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(told.migrations).toEqual({ done: migrations.length, missing: 0 });
    expect(told.disk === null || (told.disk.used > 0 && told.disk.used <= 100)).toBe(true);
    await world.sqlAsOwner('delete from migrations where name = $1', [migrations.at(-1)!.name]);
    expect((await read()).migrations).toEqual({ done: migrations.length - 1, missing: 1 });
  });

  it('says when the last backup was written', async () => {
    expect((await read()).backup).toBeNull();
    await world.sqlAsOwner(
      `insert into backup_run (at, bytes, row_count, files, version) values ('2026-10-01T00:00:00Z', 1, 1, 1, '0'), ('2026-10-02T00:00:00Z', 5000000000, 20, 3, '0')`,
    );
    expect((await read()).backup).toEqual({
      at: expect.stringMatching(/^2026-10-02T00:00:00/),
      bytes: 5_000_000_000,
      rows: 20,
      files: 3,
    });
  });

  it('counts the letters of a day, and those that did not leave', async () => {
    await world.sqlAsOwner(
      `insert into mail (address, kind, state, sent_at) values ('a@test.example', 'x', 'sent', now()), ('a@test.example', 'x', 'failed', now()), ('a@test.example', 'x', 'failed', now() - interval '2 days')`,
    );
    expect((await read()).mail).toEqual({ configured: true, sent: 1, failed: 1 });
  });

  it('counts what waits in each queue, and for how long', async () => {
    const [queue] = (await read()).queues;
    expect(queue).toMatchObject({ waiting: 0, failed: 0, oldest: 0 });
    await world.sqlAsOwner(
      `insert into pgboss.job (name, state, created_on, start_after) values ($1, 'created', now() - interval '10 minutes', now() - interval '10 minutes')`,
      [queue!.name],
    );
    await world.sqlAsOwner(`insert into pgboss.job (name, state, completed_on) values ($1, 'failed', now())`, [
      queue!.name,
    ]);
    const [after] = (await read()).queues;
    expect(after).toMatchObject({ name: queue!.name, waiting: 1, failed: 1 });
    expect(after!.oldest).toBeGreaterThan(590);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { notifications, threads } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import { ask } from '../../test/forum.js';
import { defaultTexts } from '../accounts/default-texts.js';
import { Database } from './database.js';
import { sql } from './db.js';
import { forget, forgetting, KEPT_DAYS } from './upkeep.js';

let world: World;
let member: Caller;
beforeAll(async () => {
  world = await openWorld();
  member = await world.person();
});
beforeEach(() => world.clock.set(null));
afterAll(() => world.close());

const ids = async (text: string) => (await world.sqlAsOwner<{ id: string }>(text)).map((row) => row.id);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

describe('the night', () => {
  it('forgets keys, mails and limits that have served, and keeps the rest', async () => {
    const { idempotency, mail } = KEPT_DAYS;
    for (const [key, at] of [
      ['old-key', daysAgo(idempotency + 0.1)],
      ['new-key', daysAgo(idempotency - 0.1)],
    ])
      await world.sqlAsOwner(
        `insert into idempotency (person_id, route, key, request_hash, at) values ($1, 'x', $2, '', $3)`,
        [member.id, key, at],
      );
    for (const [kind, at] of [
      ['old', daysAgo(mail + 1)],
      ['new', daysAgo(mail - 1)],
    ])
      await world.sqlAsOwner(`insert into mail (address, kind, sent_at) values ('a@x.example', $1, $2)`, [kind, at]);
    await world.sqlAsOwner(`insert into rate_limit (key, points, expire) values ('old', 1, $1), ('new', 1, $2)`, [
      Date.now() - 1000,
      Date.now() + 60_000,
    ]);
    await world.jobs.run('forgetServed');
    expect(await ids(`select key as id from idempotency`)).toEqual(['new-key']);
    expect(await ids(`select kind as id from mail where address = 'a@x.example'`)).toEqual(['new']);
    expect(await ids(`select key as id from rate_limit where key in ('old', 'new')`)).toEqual(['new']);
  });

  it('forgets codes, ended sessions and old invitations of who never joined, and keeps the rest', async () => {
    const { code, session, invitation } = KEPT_DAYS;
    for (const days of [code + 1, code / 2])
      await world.sqlAsOwner(
        `insert into sign_in_code (address, purpose, browser_hash, client_hash, created_at, expires_at) values ($1, 'sign-in', '', '', $2, now())`,
        [`code-${days}@x.example`, daysAgo(days)],
      );
    for (const days of [session + 1, session - 1])
      await world.sqlAsOwner(
        `insert into session (person_id, token_hash, agent, idle, expires_at, ended_at) values ($1, $2, $3, '8 hours', now(), $4)`,
        [member.id, Buffer.from(String(days)), `session-${days}`, daysAgo(days)],
      );
    for (const [state, days] of [
      ['expired', invitation + 1],
      ['expired', invitation - 1],
      ['accepted', invitation + 1],
    ] as const)
      await world.sqlAsOwner(
        `insert into invitation (token_hash, address, name, title, state, expires_at) values ($1, 'b@x.example', $2, '', $3, $4)`,
        [Buffer.from(state + days), `${state}-${days}`, state, daysAgo(days)],
      );
    await world.jobs.run('tidyAccounts');
    expect(await ids(`select address as id from sign_in_code where address like 'code-%'`)).toEqual([
      `code-${code / 2}@x.example`,
    ]);
    expect(await ids(`select agent as id from session where agent like 'session-%'`)).toEqual([
      `session-${session - 1}`,
    ]);
    expect(await ids(`select name as id from invitation where address = 'b@x.example' order by 1`)).toEqual([
      `accepted-${invitation + 1}`,
      `expired-${invitation - 1}`,
    ]);
  });

  it('deletes in batches until nothing old is left', async () => {
    await world.sqlAsOwner(
      `insert into mail (address, kind, sent_at) select 'c@x.example', 'test', now() - interval '2 years' from generate_series(1, 2500)`,
    );
    const statement = forgetting('mail', 'sent_at < $1');
    expect(await forget(world.app.get(Database), statement, new Date(), 365)).toBe(2500);
    expect(await ids(`select id from mail where address = 'c@x.example'`)).toEqual([]);
  });

  it('says in the default notice how long what concerns people is kept', () => {
    const { code, session, mail, invitation } = KEPT_DAYS;
    expect([code, session, mail, invitation]).toEqual([1, 30, 90, 365]);
    for (const words of [
      'Mã đăng nhập: một ngày',
      '30 ngày sau khi kết thúc',
      '90 ngày',
      'Lời mời không được nhận: một năm',
    ])
      expect(defaultTexts.privacyVi).toContain(words);
    for (const words of [
      'Sign-in codes: one day',
      '30 days after their end',
      '90 days',
      'Invitations that nobody accepted: one year',
    ])
      expect(defaultTexts.privacyEn).toContain(words);
  });
});

describe('the log', () => {
  it('loses what was handed on and is old, nothing else; who saw it last before is told to begin anew', async () => {
    const id = await ask(world, member);
    const changes = (after?: string) => member.call(notifications.changes, after ? { after } : {});
    await world.jobs.drain();
    const [before] = await world.sqlAsOwner<{ xid: string }>('select min(xid)::text as xid from event');
    await world.sqlAsOwner('update event set at = $1', [daysAgo(KEPT_DAYS.event + 1)]);
    await member.call(threads.watch, { id, level: 'watch' });
    const later = await ask(world, member);
    await world.jobs.drain();
    const unread = `insert into event (name, payload, at) values ('thread.created', '{"threadId": 1}', $1)`;
    await world.sqlAsOwner(unread, [daysAgo(KEPT_DAYS.event + 1)]);

    expect((await changes(String(BigInt(before!.xid) - 1n))).items.map(({ itemId }) => itemId)).toEqual([id, later]);
    await world.jobs.run('forgetServed');
    const left = await world.sqlAsOwner<{ id: number }>(
      `select (payload->>'threadId')::int as id from event order by xid`,
    );
    expect(left.map((row) => row.id)).toEqual([later, 1]);
    const anew = await changes(String(BigInt(before!.xid) - 1n));
    expect(anew.items).toEqual([]);
    expect((await changes(before!.xid)).items.map(({ itemId }) => itemId)).toEqual([later]);
    expect((await changes(anew.last)).items).toEqual([]);
  });

  it('can not be shortened otherwise by the server', async () => {
    const erase = world.app.get(Database).use({ writes: true, run: (db) => db.run(sql('delete from event')) });
    await expect(erase).rejects.toMatchObject({ code: '42501' });
  });
});

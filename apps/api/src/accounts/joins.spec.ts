import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accounts, claims, invitations, joins, people, sessions } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Browser, drain, newestLetter, PROXIED } from '../../test/browser.js';
import { freshLimits } from '../../test/forum.js';
import { addTotp } from '../../test/second-factor.js';
import { signInFromCommandLine } from './command-line.js';
import { JoinsListener } from './joins.listener.js';

let world: World;
let count = 0;
beforeAll(async () => {
  world = await openWorld(PROXIED);
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

const address = () => `nguoi-moi-${++count}@don-vi.example`;
const wanted = (organisationId: number, email = address()) => ({
  email,
  name: 'Đào Thị Mới',
  title: 'Chuyên viên',
  unit: '',
  organisationId,
  note: 'Phụ trách một cửa điện tử',
});
async function representative(given: Parameters<World['person']>[0] = {}) {
  const person = await world.person(given);
  await world.sqlAsOwner(
    'insert into representative (organisation_id, person_id, space_id) select $2, id, space_id from person where id = $1',
    [person.id, person.organisationId],
  );
  return person;
}
const tokenIn = (text: string | undefined, path: string) => new RegExp(`/${path}#([\\w-]{43})`).exec(text ?? '')?.[1];

describe('a join request', () => {
  it('from the sign-in page is confirmed by who represents the organisation, and then an invitation goes out', async () => {
    const who = await representative();
    const input = wanted(who.organisationId);
    expect(await new Browser(world).call(joins.askToJoin, input)).toEqual({ received: true });
    const { items } = await who.call(joins.list, {});
    expect(items).toMatchObject([{ email: input.email, askedBy: '', can: { decide: true } }]);
    await who.call(joins.confirm, { id: items[0]!.id });
    const token = tokenIn((await newestLetter(world, input.email))?.text, 'loi-moi');
    const read = await new Browser(world).call(invitations.readInvitation, { token: token! });
    expect(read).toMatchObject({ name: 'Đào Thị Mới', email: input.email });
    await expect(who.call(joins.confirm, { id: items[0]!.id })).rejects.toMatchObject({ code: 'illegal-transition' });
  });

  it('is answered alike for a known address, a waiting and a new one, and opens one request at most', async () => {
    const { organisationId } = await world.person();
    const known = address();
    await world.makePerson({ email: known });
    const one = new Browser(world);
    const waiting = wanted(organisationId);
    for (const email of [known, waiting.email, waiting.email, address()])
      expect(await one.call(joins.askToJoin, { ...waiting, email })).toEqual({ received: true });
    const rows = await world.sqlAsOwner<{ address: string }>(
      'select address from join_request where address = any ($1)',
      [[known, waiting.email]],
    );
    expect(rows).toEqual([{ address: waiting.email }]);
  });

  it('is out of reach of other members and other representatives, and not decided by who named the colleague', async () => {
    const who = await representative();
    const stranger = await representative();
    const coordinator = await world.person({ roles: ['coordinator'] });
    const input = wanted(who.organisationId);
    await who.call(joins.inviteColleague, input);
    const [row] = await world.sqlAsOwner<{ id: number }>('select id from join_request where address = $1', [
      input.email,
    ]);
    const id = row!.id;
    expect((await stranger.call(joins.list, {})).items).toEqual([]);
    await expect(stranger.call(joins.confirm, { id })).rejects.toMatchObject({ code: 'not-found' });
    expect((await who.call(joins.list, {})).items).toMatchObject([{ id, can: { decide: false } }]);
    await expect(who.call(joins.confirm, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await coordinator.call(joins.decline, { id, reason: 'Chưa có văn bản cử tham gia' });
    expect((await newestLetter(world, input.email))?.text).toContain('Chưa có văn bản cử tham gia');
  });

  it('is decided once, of two at the same time', async () => {
    const who = await representative();
    const coordinator = await world.person({ roles: ['coordinator'] });
    const input = wanted(who.organisationId);
    await new Browser(world).call(joins.askToJoin, input);
    const { id } = (await who.call(joins.list, {})).items[0]!;
    const both = await Promise.allSettled([
      who.call(joins.confirm, { id }),
      coordinator.call(joins.decline, { id, reason: 'Trùng người' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a representative', () => {
  it('sees the open invitations to his organisation and those below it, without addresses; no other, and none with a role', async () => {
    const who = await representative();
    const below = await world.organisation({ parent: who.organisationId });
    const administrator = await world.person({ roles: ['administrator'] });
    const names = async () => (await who.call(invitations.ownInvitations, {})).items.map(({ name }) => name);
    const invite = (name: string, organisationId: number, roles: 'editor'[] = []) => {
      const { note: _, ...input } = wanted(organisationId);
      return administrator.call(invitations.invite, { ...input, name, roles });
    };
    await invite('Người Sở', who.organisationId);
    await invite('Người Phòng', below);
    await invite('Người Biên Tập', below, ['editor']);
    await invite('Người Nơi Khác', administrator.organisationId);
    const { items } = await who.call(invitations.ownInvitations, {});
    expect(items.map(({ name }) => name)).toEqual(['Người Phòng', 'Người Sở']);
    expect(items[0]).toMatchObject({ organisationId: below, invitedBy: administrator.name });
    expect(JSON.stringify(items)).not.toContain('@');
    const plain = await world.person({ organisation: who.organisationId });
    expect((await plain.call(invitations.ownInvitations, {})).items).toEqual([]);
    await world.sqlAsOwner(`update invitation set expires_at = now() where name = 'Người Sở'`);
    expect(await names()).toEqual(['Người Phòng']);
  });

  it('lists his people, invites into his organisation and ends a post there; nothing elsewhere', async () => {
    const who = await representative();
    const colleague = await world.person({ organisation: who.organisationId });
    const other = await world.person();
    const { items } = await who.call(people.represented, {});
    expect(items[0]!.people.map(({ id }) => id).toSorted()).toEqual([who.id, colleague.id].toSorted());
    const invited = (organisationId: number) => {
      const { note: _, ...input } = wanted(organisationId);
      return who.call(joins.inviteOwn, input);
    };
    await invited(who.organisationId);
    await expect(invited(other.organisationId)).rejects.toMatchObject({ code: 'forbidden' });
    const [today] = await world.sqlAsOwner<{ day: string }>(
      `select to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day`,
    );
    await expect(who.call(people.endPosition, { id: other.id, to: today!.day })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await who.call(people.endPosition, { id: colleague.id, to: today!.day });
    expect(await other.call(people.read, { id: colleague.id })).toMatchObject({
      title: 'Nguyên Chuyên viên',
      organisation: null,
      positions: [{ kind: 'former', to: today!.day }],
    });
    await expect(who.call(people.endPosition, { id: colleague.id, to: today!.day })).rejects.toMatchObject({
      code: 'forbidden',
    });
    // Who leaves does not go on speaking for it.
    await who.call(people.endPosition, { id: who.id, to: today!.day });
    expect((await who.call(people.represented, {})).items).toEqual([]);
  });
});

describe('a lost mailbox', () => {
  async function claimed() {
    const oldEmail = address();
    const newEmail = address();
    const { id: personId } = await world.makePerson({ email: oldEmail });
    const lost = { name: 'Đào Thị Mới', oldEmail, newEmail, telephone: '0900000000' };
    await new Browser(world).call(claims.claimMailbox, lost);
    const coordinator = await world.person({ roles: ['coordinator'] });
    const { id } = (await coordinator.call(claims.list, {})).items.find((item) => item.oldEmail === oldEmail)!;
    return { id, personId, oldEmail, newEmail, coordinator };
  }
  const later = async (hours: number) => {
    world.clock.set(new Date(Date.now() + hours * 3_600_000));
    await world.app.get(JoinsListener).sendClaimLinks();
    world.clock.set(null);
  };

  it('is confirmed by a coordinator, waits 72 hours, and its link makes the new address the main one, once', async () => {
    const { id, personId, oldEmail, newEmail, coordinator } = await claimed();
    const member = await world.person();
    await expect(member.call(claims.list, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(member.call(claims.confirm, { id, reason: 'Gọi điện cho đơn vị' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await coordinator.call(claims.confirm, { id, reason: 'Gọi điện cho đơn vị, đúng người' });
    expect((await newestLetter(world, oldEmail))?.subject).toContain('chuyển tài khoản');
    await later(71);
    expect(await newestLetter(world, newEmail)).toBeUndefined();
    await later(73);
    const token = tokenIn((await newestLetter(world, newEmail))?.text, 'vao')!;
    // A mail scanner that opens what it finds changes nothing: only a POST acts.
    for (const method of ['GET', 'HEAD'])
      expect((await new Browser(world).raw(method, '/api/session/link')).status).toBeGreaterThanOrEqual(404);
    const browser = new Browser(world);
    const used = await Promise.allSettled([0, 1].map(() => browser.call(sessions.linkSignIn, { token })));
    expect(used.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const me = await world.sqlAsOwner('select address from email where person_id = $1 and main', [personId]);
    expect(me).toEqual([{ address: newEmail }]);
    await expect(new Browser(world).call(sessions.linkSignIn, { token })).rejects.toMatchObject({ code: 'wrong-code' });
  });

  it('is stopped by the person himself, and then nothing goes out', async () => {
    const { id, personId, newEmail, coordinator } = await claimed();
    await coordinator.call(claims.confirm, { id, reason: 'Gọi điện cho đơn vị, đúng người' });
    const token = (await world.person()).token!;
    await world.sqlAsOwner('update session set person_id = $1 where token_hash = sha256($2::bytea)', [personId, token]);
    const owner = world.as(personId, token);
    expect((await owner.call(claims.mine, {})).items).toMatchObject([{ id, newEmail }]);
    await owner.call(claims.stop, { id });
    await later(73);
    expect(await newestLetter(world, newEmail)).toBeUndefined();
    await expect(coordinator.call(claims.confirm, { id, reason: 'Một lần nữa cho chắc' })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
  });

  it('of a coordinator is not confirmed by himself', async () => {
    const oldEmail = address();
    const own = await world.person({ roles: ['coordinator'], email: oldEmail });
    await new Browser(world).call(claims.claimMailbox, {
      name: 'Đào Thị Mới',
      oldEmail,
      newEmail: address(),
      telephone: '0900000000',
    });
    const { id } = (await own.call(claims.list, {})).items.find((item) => item.oldEmail === oldEmail)!;
    await expect(own.call(claims.confirm, { id, reason: 'Chính tôi xác nhận' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the command line', () => {
  it('prints a link that signs in once, audited, and leaves the second factor to be asked for', async () => {
    const email = address();
    const { id } = await world.makePerson({ email, roles: ['moderator'] });
    const link = () => signInFromCommandLine(world.config.databaseUrl, 'https://mang-luoi.example.vn', email);
    const old = tokenIn(await link(), 'vao')!;
    const token = tokenIn(await link(), 'vao')!;
    const browser = new Browser(world);
    await expect(browser.call(sessions.linkSignIn, { token: old })).rejects.toMatchObject({ code: 'wrong-code' });
    const me = await browser.call(sessions.linkSignIn, { token });
    expect(me.person).toMatchObject({ id, roles: [], waitingRoles: ['moderator'] });
    const made = await world.sqlAsOwner(`select 1 from audit where action = 'session.linkMade' and item_id = $1`, [id]);
    expect(made).toHaveLength(2);
    await addTotp(world, browser);
    await expect(
      signInFromCommandLine(world.config.databaseUrl, 'https://mang-luoi.example.vn', address()),
    ).rejects.toThrow('không có tài khoản');
  });
});

describe('the main address', () => {
  it('is any confirmed one, and every address is told', async () => {
    const email = address();
    const second = address();
    const { id } = await world.makePerson({ email });
    const [row] = await world.sqlAsOwner<{ id: number }>(
      'insert into email (person_id, address, confirmed_at) values ($1, $2, now()) returning id',
      [id, second],
    );
    const [unconfirmed] = await world.sqlAsOwner<{ id: number }>(
      'insert into email (person_id, address) values ($1, $2) returning id',
      [id, address()],
    );
    const browser = new Browser(world);
    const link = await signInFromCommandLine(world.config.databaseUrl, 'http://x', email);
    await browser.call(sessions.linkSignIn, { token: tokenIn(link, 'vao')! });
    await expect(browser.call(accounts.makeMainEmail, { id: unconfirmed!.id })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
    await browser.call(accounts.makeMainEmail, { id: row!.id });
    const { items } = await browser.call(accounts.emails, {});
    expect(items.filter(({ primary }) => primary).map((item) => item.email)).toEqual([second]);
    await drain(world);
    const told = world.mailbox.letters.filter(({ subject }) => /Địa chỉ thư chính/.test(subject)).map(({ to }) => to);
    expect(told).toEqual(expect.arrayContaining([email, second]));
  });
});

describe('the last administrator', () => {
  it('is not shut out, even where two shut out one another at once', async () => {
    const own = await openWorld();
    try {
      const [one, two] = [
        await own.person({ roles: ['administrator'] }),
        await own.person({ roles: ['administrator'] }),
      ];
      const reason = 'Thôi làm quản trị';
      const both = await Promise.allSettled([
        one.call(accounts.disable, { id: two.id, reason }),
        two.call(accounts.disable, { id: one.id, reason }),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
      const left = await own.sqlAsOwner<{ id: number }>(
        `select a.person_id as id from account a join account_role r using (person_id) where r.role = 'administrator' and a.disabled_at is null`,
      );
      expect(left).toHaveLength(1);
      await expect(
        own.sqlAsOwner('delete from account_role where person_id = $1', [left[0]!.id]),
      ).rejects.toMatchObject({
        constraint: 'last_administrator',
      });
    } finally {
      await own.close();
    }
  });
});

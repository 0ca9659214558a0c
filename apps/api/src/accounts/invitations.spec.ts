import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invitations, search, sessions, type Call } from '@hat-nhan/contracts';
import { openWorld, type Caller, type World } from '../../test/api.js';
import { Browser, drain, mailedCode, newestLetter, PROXIED } from '../../test/browser.js';

let world: World;
let coordinator: Caller & { name: string };
let organisationId: number;
let count = 0;
const DAY = 86_400_000;

beforeAll(async () => {
  world = await openWorld(PROXIED);
  coordinator = await world.person({ name: 'Trần Thị Điều Phối', roles: ['coordinator'] });
  organisationId = await world.organisation({ name: 'Sở Khoa học và Công nghệ tỉnh Đông Lĩnh' });
});
afterAll(() => world.close());

const wanted = (given: Partial<Call<typeof invitations.invite>> = {}): Call<typeof invitations.invite> => ({
  email: `moi-${++count}@don-vi.example`,
  name: 'Lê Văn Mời',
  title: 'Phó Trưởng phòng',
  unit: 'Phòng Chuyển đổi số',
  organisationId,
  ...given,
});
const own = { name: 'Lê Văn Mời', title: 'Trưởng phòng', unit: 'Phòng Chuyển đổi số' };

async function tokenFor(email: string): Promise<string> {
  const letter = await newestLetter(world, email);
  const token = /\/loi-moi#([\w-]{43})$/m.exec(letter?.text ?? '')?.[1];
  if (!token) throw new Error(`No invitation was mailed to ${email}`);
  return token;
}
async function invited(given: Partial<Call<typeof invitations.invite>> = {}, by: Caller = coordinator) {
  const invitation = wanted(given);
  const { id } = await by.call(invitations.invite, invitation);
  return { id, email: invitation.email, token: await tokenFor(invitation.email) };
}
const stateOf = async (id: number) =>
  (await world.sqlAsOwner<{ state: string }>('select state from invitation where id = $1', [id]))[0]!.state;

describe('an invitation', () => {
  it('names who invites beside the number that he shows', async () => {
    const organiser = await world.person({ roles: ['coordinator'], name: 'Nguyễn Thu Thủy' });
    const shows = (contactVisible: boolean) =>
      world.sqlAsOwner(`update person set telephone = '024 0000 0101', contact_visible = $2 where id = $1`, [
        organiser.id,
        contactVisible,
      ]);
    await shows(true);
    const { email } = await invited({}, organiser);
    expect((await newestLetter(world, email))!.text).toContain('xin liên hệ: Nguyễn Thu Thủy, 024 0000 0101.');
    await shows(false);
    const other = await invited({}, organiser);
    expect((await newestLetter(world, other.email))!.text).not.toContain('0101');
  });

  it('goes out as a letter with the link behind #, and stands in the list as sent', async () => {
    const { id, email, token } = await invited();
    const letter = (await newestLetter(world, email))!;
    expect(letter.subject).toBe('Mời tham gia Mạng lưới chuyên gia Chính phủ điện tử');
    expect(letter.text).toMatch(
      /^Kính gửi ông\/bà Lê Văn Mời,\n\nTrần Thị Điều Phối thay mặt Ban điều phối trân trọng mời/,
    );
    expect(letter.text).toContain('Phó Trưởng phòng, Phòng Chuyển đổi số, Sở Khoa học và Công nghệ tỉnh Đông Lĩnh');
    expect(letter.text).toContain('Ban điều phối Mạng lưới chuyên gia Chính phủ điện tử');
    expect(letter.html).toContain(`href="${world.config.origin}/loi-moi#${token}"`);
    expect(letter.html).not.toMatch(/<img|src=/);
    // In one language only, that of who is invited.
    expect(letter.text).not.toMatch(/invitation|network/i);
    const { items } = await coordinator.call(invitations.invitations, {});
    expect(items.find((item) => item.id === id)).toMatchObject({
      email,
      state: 'sent',
      organisation: 'Sở Khoa học và Công nghệ tỉnh Đông Lĩnh',
      can: { revoke: true, resend: false },
    });
    const [row] = await world.sqlAsOwner<{ text: string }>(
      'select row_to_json(v)::text as text from invitation v where id = $1',
      [id],
    );
    expect(row!.text).not.toContain(token);
  });

  it('shows what stands in it and acts on nothing', async () => {
    const { id, email, token } = await invited();
    const shown = await new Browser(world).call(invitations.readInvitation, { token });
    expect(shown).toMatchObject({
      name: 'Lê Văn Mời',
      title: 'Phó Trưởng phòng',
      email,
      invitedBy: 'Trần Thị Điều Phối',
      unit: 'Phòng Chuyển đổi số',
    });
    expect(new Date(shown.expiresAt).getTime() - Date.now()).toBeGreaterThan(29.9 * DAY);
    expect(await stateOf(id)).toBe('sent');
  });

  it('is nothing to a mail scanner: whatever is fetched of it, by GET or HEAD, leaves it as it was', async () => {
    const { id, token } = await invited();
    const scanner = new Browser(world);
    const addresses = [
      '/loi-moi',
      `/loi-moi?token=${token}`,
      '/api/invitation',
      '/api/invitation/accept',
      '/api/invitation/resend',
    ];
    for (const method of ['GET', 'HEAD'])
      for (const address of addresses) await scanner.raw(method, address, undefined, { accept: 'text/html' });
    await drain(world);
    expect(await stateOf(id)).toBe('sent');
    expect(scanner.lastCookies.filter((line) => line.startsWith('session='))).toEqual([]);
    await expect(new Browser(world).call(invitations.acceptInvitation, { token, ...own })).resolves.toMatchObject({
      person: { name: 'Lê Văn Mời' },
    });
  });

  it('forwarded, opens the account of the address that it was written to, for whoever is first, and adds nothing to his own', async () => {
    const { email, token } = await invited();
    const colleague = await world.person({ name: 'Nguyễn Văn Đồng Nghiệp' });
    const before = await world.sqlAsOwner('select address from email where person_id = $1', [colleague.id]);
    const { person } = await colleague.call(invitations.acceptInvitation, { token, ...own });
    expect(person!.id).not.toBe(colleague.id);
    expect(await world.sqlAsOwner('select address from email where person_id = $1', [colleague.id])).toEqual(before);
    // To whom it was written still comes in by his own mailbox, and sees there where else he is signed in.
    await expect(new Browser(world).call(invitations.acceptInvitation, { token, ...own })).rejects.toMatchObject({
      code: 'invitation-used',
    });
    const owner = new Browser(world);
    await owner.call(sessions.requestCode, { email });
    const me = await owner.call(sessions.confirmCode, { email, code: await mailedCode(world, email) });
    expect(me.person!.id).toBe(person!.id);
    expect((await owner.call(sessions.sessions, {})).items).toHaveLength(2);
  });

  it('accepted, makes the account with what he corrected, and signs in on a device that he did not mark as his', async () => {
    const { id, email, token } = await invited();
    const browser = new Browser(world);
    const me = await browser.call(invitations.acceptInvitation, { token, ...own });
    expect(me.person).toMatchObject({ name: 'Lê Văn Mời', title: 'Trưởng phòng', rulesAccepted: false, roles: [] });
    expect(me.person!.organisation).toBe('Phòng Chuyển đổi số, Sở Khoa học và Công nghệ tỉnh Đông Lĩnh');
    expect(browser.lastCookies.find((line) => line.startsWith('session='))).not.toContain('Max-Age');
    expect(await stateOf(id)).toBe('accepted');
    const member = await browser.call(sessions.acceptRules, { version: 1, consents: [] });
    expect(member.person!.rulesAccepted).toBe(true);

    // Next time by code, on another device.
    const other = new Browser(world);
    await other.call(sessions.requestCode, { email });
    const again = await other.call(sessions.confirmCode, { email, code: await mailedCode(world, email) });
    expect(again.person!.id).toBe(me.person!.id);
  });

  it('accepted with the rules, is found under the ministry of his unit', async () => {
    const ministry = await world.organisation({ kind: 'ministry', name: 'Bộ Sao Khuê' });
    const unit = await world.organisation({ kind: 'unit', name: 'Cục Thử nghiệm', parent: ministry });
    const { token } = await invited({ organisationId: unit });
    const browser = new Browser(world);
    const { person } = await browser.call(invitations.acceptInvitation, { token, ...own });
    await browser.call(sessions.acceptRules, { version: 1, consents: [] });
    const { items } = await coordinator.call(search.search, { q: 'Sao Khuê', kind: 'person' });
    expect(items.map(({ id }) => id)).toEqual([person!.id]);
  });

  it.each([
    { trustDevice: true, days: 90, cookie: 'Max-Age=7776000' },
    { trustDevice: false, days: 8 / 24, cookie: 'HttpOnly' },
  ])(
    'accepted with trustDevice $trustDevice, signs in for at most $days days',
    async ({ days, cookie, trustDevice }) => {
      const { token } = await invited();
      const browser = new Browser(world);
      const { person } = await browser.call(invitations.acceptInvitation, { token, ...own, trustDevice });
      expect(browser.lastCookies.find((line) => line.startsWith('session='))).toContain(cookie);
      const lives = await world.sqlAsOwner(
        `select trusted, extract(epoch from expires_at - created_at)::int as seconds from session where person_id = $1`,
        [person!.id],
      );
      expect(lives).toEqual([{ trusted: trustDevice, seconds: days * 86_400 }]);
    },
  );

  it('is accepted once, of ten clicks at the same time', async () => {
    const { token } = await invited();
    const payload = JSON.stringify({ token, ...own });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => new Browser(world).raw('POST', '/api/invitation/accept', payload)),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array<number>(9).fill(410)]);
    await expect(new Browser(world).call(invitations.readInvitation, { token })).rejects.toMatchObject({
      code: 'invitation-used',
    });
  });

  it('expires after 30 days; sending it again makes a new one for the stored address, and tells nothing', async () => {
    const { id, email, token } = await invited();
    world.clock.set(new Date(Date.now() + 30 * DAY + 60_000));
    try {
      const browser = new Browser(world);
      await expect(browser.call(invitations.readInvitation, { token })).rejects.toMatchObject({
        code: 'invitation-expired',
      });
      await expect(browser.call(invitations.acceptInvitation, { token, ...own })).rejects.toMatchObject({
        code: 'invitation-expired',
      });
      const answers = await Promise.all(
        [token, 'A'.repeat(43), token].map((one) =>
          new Browser(world).raw('POST', '/api/invitation/resend', JSON.stringify({ token: one })),
        ),
      );
      expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set(['200 {"sent":true}']));
      const second = await tokenFor(email);
      expect(second).not.toBe(token);
      expect(world.mailbox.letters.filter((letter) => letter.to === email)).toHaveLength(2);
      expect(await stateOf(id)).toBe('expired');
      expect((await browser.call(invitations.acceptInvitation, { token: second, ...own })).person).not.toBeNull();
      // Whoever has joined gets no other by the old link.
      await browser.call(invitations.resendInvitation, { token });
      await drain(world);
      expect(world.mailbox.letters.filter((letter) => letter.to === email)).toHaveLength(2);
    } finally {
      world.clock.set(null);
    }
  });

  it('sent again and then taken back, does not come back by the first link', async () => {
    const { email, token } = await invited();
    world.clock.set(new Date(Date.now() + 30 * DAY + 60_000));
    try {
      await new Browser(world).call(invitations.resendInvitation, { token });
    } finally {
      world.clock.set(null);
    }
    await drain(world);
    const second = await world.sqlAsOwner<{ id: number }>(
      `select id from invitation where address = $1 and state in ('created', 'sent')`,
      [email],
    );
    await coordinator.call(invitations.revokeInvitation, { id: second[0]!.id });
    await new Browser(world).call(invitations.resendInvitation, { token });
    expect(await world.sqlAsOwner('select state from invitation where address = $1 order by id', [email])).toEqual([
      { state: 'expired' },
      { state: 'revoked' },
    ]);
  });

  it('bears the name of a person: no sign without sight, no office of the network', async () => {
    const pretended = ['Lê\u3164Văn Mời', 'Quản trị viên', 'QUAN TRI  VIEN', 'Hạt-Nhân', 'Аdmin', '. .'];
    for (const name of pretended) {
      await expect(coordinator.call(invitations.invite, wanted({ name }))).rejects.toMatchObject({
        body: { errors: [{ pointer: '/name' }] },
      });
    }
    await expect(coordinator.call(invitations.invite, wanted({ name: 'TS. H’Hen Niê-Đặng' }))).resolves.toBeDefined();
  });

  it('taken back, is of no use, and cannot be taken back twice', async () => {
    const { id, token } = await invited();
    await coordinator.call(invitations.revokeInvitation, { id });
    await expect(new Browser(world).call(invitations.acceptInvitation, { token, ...own })).rejects.toMatchObject({
      code: 'invitation-used',
    });
    await expect(coordinator.call(invitations.revokeInvitation, { id })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
    await expect(coordinator.call(invitations.revokeInvitation, { id: 2_000_000_000 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('expired, is sent again by who may invite so; who sends it is the inviter then', async () => {
    const administrator = await world.person({ name: 'Đỗ Quản Lý', roles: ['administrator'] });
    const first = await invited();
    const listed = async (id: number) =>
      (await coordinator.call(invitations.invitations, {})).items.find((item) => item.id === id)!;
    await expect(coordinator.call(invitations.resendExpired, { id: first.id })).rejects.toMatchObject({
      code: 'illegal-transition',
      body: { allowed: ['revoke'] },
    });
    await world.sqlAsOwner('update invitation set expires_at = now() where id = $1', [first.id]);
    expect(await listed(first.id)).toMatchObject({ state: 'expired', can: { revoke: false, resend: true } });
    await expect((await world.person()).call(invitations.resendExpired, { id: first.id })).rejects.toMatchObject({
      code: 'forbidden',
    });

    const again = await administrator.call(invitations.resendExpired, { id: first.id }, { key: 'gui-lai-mot-lan' });
    expect(await administrator.call(invitations.resendExpired, { id: first.id }, { key: 'gui-lai-mot-lan' })).toEqual(
      again,
    );
    const token = await tokenFor(first.email);
    expect(token).not.toBe(first.token);
    expect((await newestLetter(world, first.email))!.text).toContain('Đỗ Quản Lý thay mặt Ban điều phối');
    expect((await listed(first.id)).can).toEqual({ revoke: false, resend: false });
    expect(await listed(again.id)).toMatchObject({ state: 'sent', can: { revoke: true, resend: false } });
    await expect(coordinator.call(invitations.resendExpired, { id: first.id })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
    await new Browser(world).call(invitations.acceptInvitation, { token, ...own });

    const mighty = await invited({ roles: ['administrator'] }, administrator);
    await world.sqlAsOwner('update invitation set expires_at = now() where id = $1', [mighty.id]);
    await expect(coordinator.call(invitations.resendExpired, { id: mighty.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('expired, is not offered again to whom it was taken back from later, or who has an account meanwhile', async () => {
    const { id, email } = await invited();
    await world.sqlAsOwner('update invitation set expires_at = now() where id = $1', [id]);
    const { id: later } = await coordinator.call(invitations.resendExpired, { id });
    await coordinator.call(invitations.revokeInvitation, { id: later });
    const joined = await invited();
    await world.sqlAsOwner('update invitation set expires_at = now() where id = $1', [joined.id]);
    await world.makePerson({ email: joined.email });
    const { items } = await coordinator.call(invitations.invitations, {});
    expect(items.filter((item) => [email, joined.email].includes(item.email)).map(({ can }) => can.resend)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is one for an address, and none for an address with an account', async () => {
    const { email } = await invited();
    await expect(coordinator.call(invitations.invite, wanted({ email }))).rejects.toMatchObject({
      code: 'already-exists',
    });
    await world.makePerson({ email: 'da-co@don-vi.example' });
    await expect(coordinator.call(invitations.invite, wanted({ email: 'da-co@don-vi.example' }))).rejects.toMatchObject(
      { code: 'already-exists' },
    );
  });

  it('is not stopped by somebody who wrote the address down as his own without confirming it', async () => {
    const { email, token } = await invited();
    const { id } = await world.makePerson();
    await world.sqlAsOwner('insert into email (person_id, address) values ($1, $2)', [id, email]);
    expect((await new Browser(world).call(invitations.acceptInvitation, { token, ...own })).person).not.toBeNull();
  });

  it('sent again with its Idempotency-Key is the same one', async () => {
    const invitation = wanted();
    const first = await coordinator.call(invitations.invite, invitation, { key: 'moi-mot-lan-01' });
    expect(await coordinator.call(invitations.invite, invitation, { key: 'moi-mot-lan-01' })).toEqual(first);
    await world.sqlAsOwner(`update invitation set roles = '{administrator}' where id = $1`, [first.id]);
    await expect(coordinator.call(invitations.invite, invitation, { key: 'moi-mot-lan-01' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('the night marks what is over', async () => {
    const { id } = await invited();
    world.clock.set(new Date(Date.now() + 31 * DAY));
    try {
      await world.jobs.run('tidyAccounts');
    } finally {
      world.clock.set(null);
    }
    expect(await stateOf(id)).toBe('expired');
    const log = await world.sqlAsOwner(
      `select to_state from audit where action = 'invitation.expire' and (detail->>'invitationId')::int = $1`,
      [id],
    );
    expect(log).toEqual([{ to_state: 'expired' }]);
  });
});

describe('who invites', () => {
  it('coordinators and administrators; nobody grants what he does not hold, an administrator all', async () => {
    const member = await world.person();
    const moderator = await world.person({ roles: ['moderator', 'editor'] });
    for (const who of [member, moderator]) {
      await expect(who.call(invitations.invite, wanted())).rejects.toMatchObject({ code: 'forbidden' });
      await expect(who.call(invitations.invitations, {})).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(coordinator.call(invitations.invite, wanted({ roles: ['administrator'] }))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(coordinator.call(invitations.invite, wanted({ roles: ['coordinator'] }))).resolves.toMatchObject({
      id: expect.any(Number),
    });
    const administrator = await world.person({ roles: ['administrator'] });
    const { id, token } = await invited({ roles: ['moderator', 'administrator'] }, administrator);
    const listed = await coordinator.call(invitations.invitations, {});
    expect(listed.items.some((item) => item.id === id)).toBe(false);
    await expect(coordinator.call(invitations.revokeInvitation, { id })).rejects.toMatchObject({ code: 'not-found' });
    const me = await new Browser(world).call(invitations.acceptInvitation, { token, ...own });
    expect(me.person).toMatchObject({ roles: [], waitingRoles: ['administrator', 'moderator'] });
  });

  it('pages through what he may manage, and through nothing else', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const own: number[] = [];
    for (let n = 0; n < 5; n++) {
      own.push((await administrator.call(invitations.invite, wanted())).id);
      await administrator.call(invitations.invite, wanted({ roles: ['editor'] }));
    }
    const first = await coordinator.call(invitations.invitations, { limit: 3 });
    const second = await coordinator.call(invitations.invitations, { limit: 2, cursor: first.next! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(own.toReversed());
    const all = await administrator.call(invitations.invitations, { limit: 10 });
    expect(all.items).toHaveLength(10);
    expect(all.next).not.toBeNull();
    await expect(coordinator.call(invitations.invitations, { cursor: 'sai.sai' })).rejects.toMatchObject({
      code: 'invalid-cursor',
    });
  });

  it('a role takes a sign-in of the last ten minutes, on sending again too; without one, of the last twelve hours', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const after = (ms: number) => world.clock.set(new Date(Date.now() + ms));
    const again = { code: 'sign-in-again' };
    const { id } = await administrator.call(invitations.invite, wanted({ roles: ['administrator'] }));
    try {
      after(11 * 60_000);
      await expect(administrator.call(invitations.invite, wanted({ roles: ['editor'] }))).rejects.toMatchObject(again);
      await administrator.call(invitations.invite, wanted());
      after(12 * 3_600_000 + 60_000);
      await expect(administrator.call(invitations.invite, wanted())).rejects.toMatchObject(again);
      await expect(administrator.call(invitations.revokeInvitation, { id })).rejects.toMatchObject(again);
      await world.sqlAsOwner(`update invitation set expires_at = now() where id = $1`, [id]);
      const { items } = await administrator.call(invitations.invitations, {});
      expect(items.find((item) => item.id === id)!.can.resend).toBe(true);
      after(11 * 60_000);
      await expect(administrator.call(invitations.resendExpired, { id })).rejects.toMatchObject(again);
    } finally {
      world.clock.set(null);
    }
  });

  it('a role that the inviter has lost meanwhile is not granted', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const { token } = await invited({ roles: ['editor'] }, administrator);
    await world.sqlAsOwner(`delete from account_role where person_id = $1`, [administrator.id]);
    expect((await new Browser(world).call(invitations.acceptInvitation, { token, ...own })).person!.roles).toEqual([]);
  });

  it('an organisation that is not there is a wrong field', async () => {
    await expect(coordinator.call(invitations.invite, wanted({ organisationId: 2_000_000_000 }))).rejects.toMatchObject(
      {
        body: { errors: [{ pointer: '/organisationId', code: 'choice' }] },
      },
    );
  });
});

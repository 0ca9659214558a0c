import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accounts, instance, invitations, people, sessions, spaces, threads } from '@hat-nhan/contracts';
import { refusesToneSpelling } from '@hat-nhan/vietnamese';
import { openWorld, type World } from '../../test/api.js';
import { Browser, newestLetter, PROXIED } from '../../test/browser.js';
import { addTotp } from '../../test/second-factor.js';
import { inviteFromCommandLine } from './command-line.js';
import { defaultTexts } from './default-texts.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(PROXIED);
});
afterAll(() => world.close());

const setUp = {
  name: 'Mạng lưới thử',
  contact: 'dieu-phoi@don-vi.example',
  space: 'Nhóm khởi đầu',
  coordinatorEmail: 'dieu-phoi@don-vi.example',
  coordinatorName: 'Vũ Thị Phối',
};
const tokenOf = (link: string) => link.split('#')[1]!;

describe('an empty production', () => {
  it('begins with an invitation from the command line, without a mail server', async () => {
    const bare = await openWorld({ ...PROXIED, SMTP_URL: '' });
    try {
      const invite = (address: string) =>
        inviteFromCommandLine(bare.config.databaseUrl, 'https://mang-luoi.example.vn', {
          address,
          name: 'Đỗ Quản Trị',
          title: 'Trưởng phòng',
          roles: [],
        });
      const lost = await invite('quan-tri@don-vi.example');
      const { link, roles } = await invite('quan-tri@don-vi.example');
      expect(roles).toEqual(['administrator']);
      expect(link).toMatch(/^https:\/\/mang-luoi\.example\.vn\/loi-moi#[\w-]{43}$/);

      const browser = new Browser(bare);
      await expect(browser.call(invitations.readInvitation, { token: tokenOf(lost.link) })).rejects.toMatchObject({
        code: 'invitation-used',
      });
      const own = { name: 'Đỗ Quản Trị', title: 'Trưởng phòng', unit: '' };
      const first = await browser.call(invitations.acceptInvitation, { token: tokenOf(link), ...own });
      expect(first).toMatchObject({
        person: { roles: [], waitingRoles: ['administrator'], organisationId: null },
        instance: { setUp: true, demo: false, mail: false },
        can: { administer: false },
      });
      expect((await browser.call(sessions.acceptRules, { version: 1, consents: [] })).can.administer).toBe(false);
      await addTotp(bare, browser);
      expect((await browser.call(sessions.session, {})).can.administer).toBe(true);
      expect(await browser.call(instance.mailTest, {})).toEqual({ sent: false, answer: '' });

      const done = await browser.call(instance.setUp, setUp);
      expect(done.instance).toEqual({ name: 'Mạng lưới thử', demo: false, setUp: false, mail: false });
      const { items } = await browser.call(spaces.list, {});
      expect(items.map(({ kind }) => kind).toSorted()).toContain('group');
      expect((await browser.call(invitations.invitations, {})).items[0]).toMatchObject({
        email: 'dieu-phoi@don-vi.example',
        state: 'created',
      });
      await expect(browser.call(instance.setUp, setUp)).rejects.toMatchObject({ code: 'illegal-transition' });

      await expect(invite('quan-tri@don-vi.example')).rejects.toThrow('đã có tài khoản');
      expect((await invite('nguoi-khac@don-vi.example')).roles).toEqual([]);
    } finally {
      await bare.close();
    }
  });

  it('is set up once, of two at the same time', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const outcomes = await Promise.allSettled([
      administrator.call(instance.setUp, setUp),
      administrator.call(instance.setUp, setUp),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await newestLetter(world, setUp.coordinatorEmail))!.text).toContain('Kính gửi ông/bà Vũ Thị Phối,');
  });
});

describe('the mail test', () => {
  it('sends the caller a letter and tells what the server said', async () => {
    const administrator = await world.person({ roles: ['administrator'], email: 'thu-may-chu@don-vi.example' });
    const { sent, answer } = await administrator.call(instance.mailTest, {});
    expect({ sent, code: answer.slice(0, 3) }).toEqual({ sent: true, code: '250' });
    expect((await newestLetter(world, 'thu-may-chu@don-vi.example'))!.subject).toBe(
      'Thư thử của Mạng lưới chuyên gia Chính phủ điện tử',
    );
    const coordinator = await world.person({ roles: ['coordinator'] });
    await expect(coordinator.call(instance.mailTest, {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tells why no letter went', async () => {
    const dead = await openWorld({ SMTP_URL: 'smtp://127.0.0.1:9' });
    try {
      const administrator = await dead.person({ roles: ['administrator'] });
      const { sent, answer } = await administrator.call(instance.mailTest, {});
      expect(sent).toBe(false);
      expect(answer).toMatch(/ECONNREFUSED/);
    } finally {
      await dead.close();
    }
  });
});

describe('the texts', () => {
  const texted = {
    rulesVi: 'Quy tắc mới',
    rulesEn: 'New rules',
    privacyVi: 'Thông báo mới',
    privacyEn: 'New notice',
    contact: 'Phòng 1, trụ sở',
    note: 'Thêm mục quảng cáo',
    asks: false,
  };

  const current = async () => (await world.visitor.call(instance.pages, {})).version;

  it('stand from the first day and are changed by administrators only', async () => {
    const before = await world.visitor.call(instance.pages, {});
    expect(before.rules.vi).toBe(defaultTexts.rulesVi);
    expect(before.privacy.en).toContain('91/2025/QH15');
    const member = await world.person();
    await expect(member.call(instance.saveTexts, texted, { ifMatch: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(member.call(instance.readTexts, {})).rejects.toMatchObject({ code: 'forbidden' });
    const administrator = await world.person({ roles: ['administrator'] });
    expect(await administrator.call(instance.readTexts, {})).toMatchObject({
      version: 1,
      versions: [],
      rulesVi: defaultTexts.rulesVi,
      privacyEn: defaultTexts.privacyEn,
    });
    // What the operator wrote before there were versions.
    await world.sqlAsOwner(`update instance set rules_vi = 'Quy tắc của đơn vị vận hành'`);
    expect(await administrator.call(instance.saveTexts, texted, { ifMatch: 1 })).toEqual({ version: 2 });
    expect(await administrator.call(instance.readTextVersion, { id: 1 })).toMatchObject({
      rulesVi: 'Quy tắc của đơn vị vận hành',
      rulesEn: defaultTexts.rulesEn,
      by: '',
      asks: false,
    });
    const { versions } = await administrator.call(instance.readTexts, {});
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await world.visitor.call(instance.pages, {})).toEqual({
      version: 2,
      rules: { vi: 'Quy tắc mới', en: 'New rules' },
      privacy: { vi: 'Thông báo mới', en: 'New notice' },
      contact: 'Phòng 1, trụ sở',
    });
  });

  it('keep each version, and take a change made from an older one back to who made it', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const { version } = await administrator.call(instance.readTexts, {});
    const next = { ...texted, rulesVi: 'Quy tắc sau nữa', note: 'Sửa câu chữ' };
    const both = await Promise.allSettled(
      [next, next].map((text) => administrator.call(instance.saveTexts, text, { ifMatch: version })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { versions } = await administrator.call(instance.readTexts, {});
    expect(versions[0]).toMatchObject({
      version: version + 1,
      note: 'Sửa câu chữ',
      by: administrator.name,
      asks: false,
    });
    expect(await administrator.call(instance.readTextVersion, { id: version + 1 })).toMatchObject({
      rulesVi: next.rulesVi,
    });
    await expect(administrator.call(instance.readTextVersion, { id: 999 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(administrator.call(instance.saveTexts, next, { ifMatch: version })).rejects.toMatchObject({
      code: 'stale',
    });
  });

  it('ask every member to agree again where a version says so, and only then', async () => {
    const [member, administrator] = [await world.person(), await world.person({ roles: ['administrator'] })];
    const rules = async () => {
      const { person } = await member.call(sessions.session, {});
      return [person!.rulesAccepted, person!.rulesChanged];
    };
    const save = async (asks: boolean) => {
      const { version } = await administrator.call(instance.readTexts, {});
      await administrator.call(instance.saveTexts, { ...texted, asks }, { ifMatch: version });
      // Who asks is asked too.
      await administrator.call(sessions.acceptRules, { version: await current(), consents: [] });
    };
    await save(false);
    expect(await rules()).toEqual([true, false]);
    await save(true);
    expect(await rules()).toEqual([false, true]);
    expect((await member.call(sessions.acceptRules, { version: await current(), consents: [] })).person).toMatchObject({
      rulesAccepted: true,
    });
    expect(await rules()).toEqual([true, false]);
    await save(false);
    expect(await rules()).toEqual([true, false]);
  });

  it('are agreed to as they were read: another version saved meanwhile is read first', async () => {
    const [newcomer, member] = [await world.person({ member: false }), await world.person()];
    const administrator = await world.person({ roles: ['administrator'] });
    const agreed = async ({ id }: { id: number }) =>
      (await world.sqlAsOwner<{ v: number }>('select rules_version as v from account where person_id = $1', [id]))[0]!
        .v;
    const read = await current();
    await administrator.call(instance.saveTexts, { ...texted, asks: true }, { ifMatch: read });
    for (const who of [newcomer, member]) {
      await expect(who.call(sessions.acceptRules, { version: read, consents: [] })).rejects.toMatchObject({
        code: 'stale',
        body: { current: { version: read + 1 } },
      });
      await expect(who.call(sessions.acceptRules, { version: read + 2, consents: [] })).rejects.toMatchObject({
        code: 'stale',
      });
      expect((await who.call(sessions.session, {})).person!.rulesAccepted).toBe(false);
      const { person } = await who.call(sessions.acceptRules, { version: read + 1, consents: [] });
      expect(person).toMatchObject({ rulesAccepted: true, rulesChanged: false });
      expect(await agreed(who)).toBe(read + 1);
    }
    // Agreed and saved at once: whoever has agreed has agreed to what asks now, whatever the clocks say.
    await administrator.call(sessions.acceptRules, { version: read + 1, consents: [] });
    const late = await world.person({ member: false });
    await Promise.allSettled([
      administrator.call(instance.saveTexts, { ...texted, asks: true }, { ifMatch: read + 1 }),
      late.call(sessions.acceptRules, { version: read + 1, consents: [] }),
    ]);
    expect((await late.call(sessions.session, {})).person!.rulesAccepted).toBe(false);
  });

  it('let who has not agreed again read and keep his account, and refuse whatever else he changes until he agrees', async () => {
    const [member, administrator] = [await world.person(), await world.person({ roles: ['administrator'] })];
    const group = { kind: 'group' as const, name: 'Nhóm sau khi đổi quy tắc', purpose: '' };
    const { version } = await administrator.call(instance.readTexts, {});
    await administrator.call(instance.saveTexts, { ...texted, asks: true }, { ifMatch: version });
    const refused = { status: 403, code: 'rules-changed' };
    await expect(member.call(spaces.create, group)).rejects.toMatchObject(refused);
    const again = { ...texted, asks: false };
    await expect(administrator.call(instance.saveTexts, again, { ifMatch: version + 1 })).rejects.toMatchObject(
      refused,
    );
    await expect(member.call(threads.list, {})).resolves.toMatchObject({ items: expect.any(Array) });
    await expect(member.call(people.profile, {})).resolves.toMatchObject({ name: member.name });
    await expect(member.call(accounts.emails, {})).resolves.toMatchObject({ items: expect.any(Array) });
    const display = { locale: 'en', theme: 'dark', textSize: 'normal', contrast: 'normal' } as const;
    await expect(member.call(accounts.saveDisplay, display)).resolves.toBeTruthy();
    await expect(world.visitor.call(spaces.create, group)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect((await world.person({ member: false })).call(spaces.create, group)).rejects.toMatchObject({
      code: 'rules-not-accepted',
    });
    await member.call(sessions.acceptRules, { version: await current(), consents: [] });
    await expect(member.call(spaces.create, group)).resolves.toEqual({ id: expect.any(Number) });
    await administrator.call(sessions.acceptRules, { version: await current(), consents: [] });
    await expect(administrator.call(instance.saveTexts, again, { ifMatch: version + 1 })).resolves.toBeTruthy();
  });

  it('are written as the glossary says', () => {
    for (const text of [defaultTexts.rulesVi, defaultTexts.privacyVi]) {
      expect(refusesToneSpelling(text)).toEqual([]);
      expect(text).not.toMatch(/\bbạn\b/i);
    }
  });
});

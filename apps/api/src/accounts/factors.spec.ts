import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accounts, factors, invitations, sessions, spaces } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Authenticator } from '../../test/authenticator.js';
import { Browser, drain, mailedCode, PROXIED } from '../../test/browser.js';
import { freshLimits } from '../../test/forum.js';
import { addTotp } from '../../test/second-factor.js';

let world: World;
let count = 0;
// The server's own origin is 127.0.0.1, where browsers keep no passkeys; people open it by this name then.
const ORIGIN = 'http://localhost:3000';
beforeAll(async () => {
  world = await openWorld(PROXIED);
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

type Given = NonNullable<Parameters<World['makePerson']>[0]>;
/** Somebody who has just signed in with a code from his mail. */
async function signedIn(given: Given = {}) {
  const email = `yeu-to-${++count}@don-vi.example`;
  const { id } = await world.makePerson({ ...given, email });
  const browser = new Browser(world);
  await signIn(browser, email);
  return { id, email, browser };
}
async function signIn(browser: Browser, email: string) {
  await browser.call(sessions.requestCode, { email });
  return browser.call(sessions.confirmCode, { email, code: await mailedCode(world, email) });
}
async function addPasskey(browser: Browser, verifies = true) {
  const device = new Authenticator(ORIGIN, verifies);
  await browser.call(factors.addPasskey, device.create(await browser.call(factors.beginPasskey, {})));
  return device;
}
/** Lets the proofs of a session grow old. */
const age = (id: number, minutes: number) =>
  world.sqlAsOwner(
    `update session set created_at = created_at - $2 * interval '1 minute', proven_at = proven_at - $2 * interval '1 minute',
       strong_at = strong_at - $2 * interval '1 minute' where person_id = $1`,
    [id, minutes],
  );
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a passkey', () => {
  it('signs in, proves two factors where the device asked who uses it, and gives a new token', async () => {
    const { id, browser } = await signedIn({ roles: ['moderator'] });
    const device = await addPasskey(browser);
    const other = new Browser(world);
    const request = await other.call(factors.beginPasskeySignIn, {});
    const me = await other.call(factors.passkeySignIn, device.get(request));
    expect(me.person).toMatchObject({ id, roles: ['moderator'], waitingRoles: [], secondFactor: true });
    const before = other.cookies.get('session');
    await other.call(factors.stepUpByPasskey, device.get(await other.call(factors.beginStepUp, {})));
    expect(other.cookies.get('session')).not.toBe(before);
    const stolen = new Browser(world);
    stolen.cookies.set('session', before!);
    expect((await stolen.call(sessions.session, {})).person).toBeNull();
  });

  it('without that question signs in as one factor, and no role acts', async () => {
    const { browser } = await signedIn({ roles: ['moderator'] });
    const device = await addPasskey(browser, false);
    const other = new Browser(world);
    const me = await other.call(factors.passkeySignIn, device.get(await other.call(factors.beginPasskeySignIn, {})));
    expect(me.person).toMatchObject({ roles: [], waitingRoles: ['moderator'], secondFactor: false });
    const step = other.call(factors.stepUpByPasskey, device.get(await other.call(factors.beginStepUp, {})));
    await expect(step).rejects.toMatchObject({ code: 'wrong-passkey' });
  });

  it('answers a challenge once, in the session or browser that asked, and within five minutes', async () => {
    const { browser } = await signedIn();
    const device = new Authenticator(ORIGIN);
    const made = device.create(await browser.call(factors.beginPasskey, {}));
    const { browser: stranger } = await signedIn();
    await expect(stranger.call(factors.addPasskey, made)).rejects.toMatchObject({ code: 'wrong-passkey' });
    await browser.call(factors.addPasskey, made);
    await expect(browser.call(factors.addPasskey, made)).rejects.toMatchObject({ code: 'wrong-passkey' });

    const one = new Browser(world);
    const answer = device.get(await one.call(factors.beginPasskeySignIn, {}));
    const forwarded = new Browser(world);
    await expect(forwarded.call(factors.passkeySignIn, answer)).rejects.toMatchObject({ code: 'wrong-passkey' });
    await one.call(factors.passkeySignIn, answer);
    await expect(one.call(factors.passkeySignIn, answer)).rejects.toMatchObject({ code: 'wrong-passkey' });

    const late = device.get(await one.call(factors.beginPasskeySignIn, {}));
    world.clock.set(new Date(Date.now() + 6 * 60_000));
    await expect(one.call(factors.passkeySignIn, late)).rejects.toMatchObject({ code: 'wrong-passkey' });
    world.clock.set(null);
  });

  it('is refused for another site, another key, and a counter that went back', async () => {
    const { browser } = await signedIn();
    const device = await addPasskey(browser);
    const one = new Browser(world);
    const begin = () => one.call(factors.beginPasskeySignIn, {});
    const elsewhere = new Authenticator('http://localhost.evil.example');
    const phished = { ...elsewhere.get(await begin()), credentialId: device.credentialId };
    await expect(one.call(factors.passkeySignIn, phished)).rejects.toMatchObject({ code: 'wrong-passkey' });
    const forged = { ...new Authenticator(ORIGIN).get(await begin()), credentialId: device.credentialId };
    await expect(one.call(factors.passkeySignIn, forged)).rejects.toMatchObject({ code: 'wrong-passkey' });
    await one.call(factors.passkeySignIn, device.get(await begin()));
    device.counter = 0;
    await expect(one.call(factors.passkeySignIn, device.get(await begin()))).rejects.toMatchObject({
      code: 'wrong-passkey',
    });
  });

  it('of one person is not removed by another, and its last going ends every role', async () => {
    const { id, browser } = await signedIn({ roles: ['editor'] });
    await addPasskey(browser);
    const { passkeys } = await browser.call(factors.list, {});
    const { browser: stranger } = await signedIn();
    await expect(stranger.call(factors.removePasskey, { id: passkeys[0]!.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    await browser.call(factors.makeRecoveryCodes, {});
    await age(id, 0);
    await browser.call(factors.removePasskey, { id: passkeys[0]!.id });
    expect((await browser.call(sessions.session, {})).person).toMatchObject({ roles: [], waitingRoles: ['editor'] });
    expect(await browser.call(factors.list, {})).toMatchObject({ passkeys: [], recoveryLeft: 0, required: true });
  });
});

describe('the app with codes', () => {
  it('counts one step early or late, each code once, even tried many times at once', async () => {
    const { id, browser } = await signedIn({ roles: ['coordinator'] });
    const codeAt = await addTotp(world, browser);
    await age(id, 60);
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => browser.call(factors.stepUpByTotp, { code: codeAt(0) })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await world.sqlAsOwner(`delete from rate_limit`);
    await signIn(browser, `yeu-to-${count}@don-vi.example`);
    for (const steps of [-2, 2, 0])
      await expect(browser.call(factors.stepUpByTotp, { code: codeAt(steps) })).rejects.toMatchObject({
        code: 'wrong-code',
      });
    expect((await browser.call(factors.stepUpByTotp, { code: codeAt(1) })).person?.roles).toEqual(['coordinator']);
  });

  it('lets nobody guess: after five wrong ones a right one waits too', async () => {
    const { browser } = await signedIn();
    const codeAt = await addTotp(world, browser);
    const wrong = { code: wrongOf(codeAt(0)) };
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => browser.call(factors.stepUpByTotp, wrong)));
    const codes = tries.map((tried) => (tried.status === 'rejected' ? (tried.reason as { code: string }).code : 'in'));
    expect(codes.toSorted()).toEqual([...Array(3).fill('too-many-requests'), ...Array(5).fill('wrong-code')]);
    await expect(browser.call(factors.stepUpByTotp, { code: codeAt(0) })).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    world.clock.set(new Date(Date.now() + 16 * 60_000));
    await browser.call(factors.stepUpByTotp, { code: codeAt(0) });
    world.clock.set(null);
  });

  it('takes a secret into use only with its first right code, and stays as it was meanwhile', async () => {
    const { browser } = await signedIn();
    await expect(browser.call(factors.confirmTotp, { code: '123456' })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
    await browser.call(factors.beginTotp, {});
    expect(await browser.call(factors.list, {})).toMatchObject({ totp: false });
    const codeAt = await addTotp(world, browser);
    await browser.call(factors.beginTotp, {});
    await browser.call(factors.stepUpByTotp, { code: codeAt(0) });
  });
});

describe('recovery codes', () => {
  it('are shown once, stored hashed, each used once, and void with the next ten', async () => {
    const { id, email, browser } = await signedIn({ roles: ['moderator'] });
    await expect(browser.call(factors.makeRecoveryCodes, {})).rejects.toMatchObject({ code: 'illegal-transition' });
    await addTotp(world, browser);
    const { codes: old } = await browser.call(factors.makeRecoveryCodes, {});
    const { codes } = await browser.call(factors.makeRecoveryCodes, {});
    expect(new Set([...old, ...codes]).size).toBe(20);
    const kept = await world.sqlAsOwner<{ text: string }>(
      `select encode(hash, 'escape') as text from recovery_code where person_id = $1`,
      [id],
    );
    expect(kept.filter(({ text }) => codes.some((code) => text.includes(code)))).toEqual([]);
    const other = new Browser(world);
    const by = (recovery: string) => other.call(factors.recoverySignIn, { email, recovery });
    await expect(by(old[0]!)).rejects.toMatchObject({ code: 'wrong-code' });
    // Typed as people type: in capitals, with other gaps.
    const me = await by(codes[0]!.toUpperCase().replaceAll('-', ' '));
    expect(me.person).toMatchObject({ id, roles: [], waitingRoles: ['moderator'] });
    await expect(by(codes[0]!)).rejects.toMatchObject({ code: 'wrong-code' });
    const twice = await Promise.allSettled(
      [0, 1, 2].map(() => other.call(factors.stepUpByRecovery, { recovery: codes[1]! })),
    );
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await other.call(factors.list, {})).recoveryLeft).toBe(8);
  });

  it('let nobody guess: after ten wrong ones a right one waits too', async () => {
    const { email, browser } = await signedIn({ roles: ['moderator'] });
    await addTotp(world, browser);
    const { codes } = await browser.call(factors.makeRecoveryCodes, {});
    const by = (recovery: string) => new Browser(world).call(factors.recoverySignIn, { email, recovery });
    const tries = await Promise.allSettled(Array.from({ length: 13 }, () => by('abcdefghijklmnop')));
    const refusals = tries.map((tried) =>
      tried.status === 'rejected' ? (tried.reason as { code: string }).code : 'in',
    );
    expect(refusals.toSorted()).toEqual([
      ...Array<string>(3).fill('too-many-requests'),
      ...Array<string>(10).fill('wrong-code'),
    ]);
    await expect(by(codes[0]!)).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('tell nothing of an address', async () => {
    const { email } = await signedIn();
    const one = new Browser(world);
    const refusal = async (address: string) => {
      const answer = await one.raw(
        'POST',
        '/api/session/recovery',
        JSON.stringify({ email: address, recovery: 'abcdefghijklmnop' }),
        {
          'content-type': 'application/json',
        },
      );
      return [answer.status, answer.body.replace(/"requestId":"[^"]*"/, '')];
    };
    expect(await refusal(email)).toEqual(await refusal('khong-ai@don-vi.example'));
  });
});

describe('stepping up', () => {
  it('is asked for after ten minutes, and six digits by mail will do for who has no second factor', async () => {
    const { id, email, browser } = await signedIn();
    await browser.call(factors.beginTotp, {});
    await age(id, 11);
    await expect(browser.call(factors.beginTotp, {})).rejects.toMatchObject({ code: 'sign-in-again', status: 403 });
    await expect(browser.call(accounts.addEmail, { email: 'khac@don-vi.example' })).rejects.toMatchObject({
      code: 'sign-in-again',
    });
    expect(await browser.call(factors.ways, {})).toEqual({ passkey: false, totp: false, recovery: false, mail: true });
    await browser.call(factors.requestStepUpCode, {});
    const code = await mailedCode(world, email);
    await expect(browser.call(factors.stepUpByCode, { code: wrongOf(code) })).rejects.toMatchObject({
      code: 'wrong-code',
    });
    await browser.call(factors.stepUpByCode, { code });
    await browser.call(factors.beginTotp, {});
  });

  it('takes the second factor of who has one: neither a mailed code nor a new sign-in will do', async () => {
    const { id, email, browser } = await signedIn();
    const codeAt = await addTotp(world, browser);
    await age(id, 11);
    await expect(browser.call(factors.requestStepUpCode, {})).rejects.toMatchObject({ code: 'illegal-transition' });
    await expect(browser.call(factors.stepUpByCode, { code: '123456' })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
    await signIn(browser, email);
    await expect(browser.call(factors.removeTotp, {})).rejects.toMatchObject({ code: 'sign-in-again' });
    await browser.call(factors.stepUpByTotp, { code: codeAt(0) });
    await browser.call(factors.removeTotp, {});
  });

  it('lets a role act for twelve hours, and the session as a member on', async () => {
    const { id, browser } = await signedIn({ roles: ['coordinator'] });
    await expect(browser.call(invitations.invitations, {})).rejects.toMatchObject({ code: 'forbidden' });
    await addTotp(world, browser);
    await browser.call(invitations.invitations, {});
    await age(id, 12 * 60 + 1);
    const { items } = await browser.call(invitations.invitations, {});
    expect(items).toEqual([]);
    const space = { kind: 'members' as const, name: `Nơi trao đổi ${count}`, nameEn: '', description: '' };
    await expect(browser.call(spaces.create, space)).rejects.toMatchObject({ code: 'sign-in-again' });
  });

  it('tells every confirmed address of a change of factors', async () => {
    const { id, email, browser } = await signedIn();
    const second = `thu-hai-${count}@don-vi.example`;
    await world.sqlAsOwner('insert into email (person_id, address, confirmed_at) values ($1, $2, now())', [id, second]);
    await addTotp(world, browser);
    await drain(world);
    const told = world.mailbox.letters.filter(({ subject }) => /Cách đăng nhập vừa được thay đổi/.test(subject));
    expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining([email, second]));
  });
});

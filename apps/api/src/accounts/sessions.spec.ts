import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accounts, home, invitations, notifications, sessions } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Browser, drain, mailedCode, PROXIED } from '../../test/browser.js';
import { Signal } from '../platform/signal.js';

let world: World;
let count = 0;
beforeAll(async () => {
  world = await openWorld(PROXIED);
});
afterAll(() => world.close());

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';

async function signedIn({
  trustDevice = false,
  world: at = world,
  agent = undefined as string | undefined,
  email = `phien-${++count}@don-vi.example`,
  make = true,
} = {}) {
  const id = make ? (await at.makePerson({ email })).id : 0;
  const browser = new Browser(at, agent);
  await browser.call(sessions.requestCode, { email });
  await browser.call(sessions.confirmCode, { email, code: await mailedCode(at, email), trustDevice });
  return { id, email, browser, setCookie: browser.lastCookies.find((line) => /session=/.test(line))! };
}
const isVisitor = async (browser: Browser) => (await browser.call(sessions.session, {})).person === null;

describe('the cookie', () => {
  it('is HttpOnly and Lax, and goes with the browser unless the device is trusted', async () => {
    const { setCookie } = await signedIn();
    expect(setCookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const trusted = await signedIn({ trustDevice: true });
    expect(trusted.setCookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=7776000$/);
  });

  it('is __Host- and Secure over https, the one of the code too', async () => {
    const secure = await openWorld({ ...PROXIED, PUBLIC_ORIGIN: 'https://mang-luoi.example.vn' });
    try {
      const { browser, setCookie } = await signedIn({ world: secure, trustDevice: true });
      expect(setCookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=7776000$/);
      expect([...browser.cookies.keys()]).toEqual(['__Host-session']);
      await browser.call(sessions.requestCode, { email: 'ai-do@don-vi.example' });
      expect(browser.lastCookies).toEqual([
        expect.stringMatching(/^__Host-asked=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/),
      ]);
      expect(await isVisitor(browser)).toBe(false);
      // Without the prefix it is nobody's: a neighbouring host could have set it.
      browser.cookies.set('session', browser.cookies.get('__Host-session')!);
      browser.cookies.delete('__Host-session');
      expect(await isVisitor(browser)).toBe(true);
    } finally {
      await secure.close();
    }
  });

  it('is a new one at each sign-in, and the old one is dead', async () => {
    const { email, browser } = await signedIn();
    const old = browser.cookies.get('session')!;
    await browser.call(sessions.requestCode, { email });
    await browser.call(sessions.confirmCode, { email, code: await mailedCode(world, email) });
    expect(browser.cookies.get('session')).not.toBe(old);
    const stolen = new Browser(world);
    stolen.cookies.set('session', old);
    expect(await isVisitor(stolen)).toBe(true);
  });

  it('of a trusted device stays trusted when the same person only signs in again', async () => {
    const { email, browser } = await signedIn({ trustDevice: true });
    await browser.call(sessions.requestCode, { email });
    await browser.call(sessions.confirmCode, { email, code: await mailedCode(world, email) });
    expect(browser.lastCookies.find((line) => /session=/.test(line))).toMatch(/Max-Age=7776000$/);
  });
});

describe('how long a session lives', () => {
  it.each([
    { trustDevice: false, idle: '8 hours', whole: '8 hours' },
    { trustDevice: true, idle: '30 days', whole: '90 days' },
  ])('trusted $trustDevice: idle $idle, whole $whole', async ({ trustDevice, idle, whole }) => {
    const one = await signedIn({ trustDevice });
    await world.sqlAsOwner(
      `update session set used_at = now() - $2::interval + interval '1 minute' where person_id = $1`,
      [one.id, idle],
    );
    expect(await isVisitor(one.browser)).toBe(false);
    await world.sqlAsOwner(
      `update session set used_at = now() - $2::interval - interval '1 minute' where person_id = $1`,
      [one.id, idle],
    );
    expect(await isVisitor(one.browser)).toBe(true);

    const [life] = await world.sqlAsOwner<{ right: boolean }>(
      'select expires_at - created_at = $2::interval as right from session where person_id = $1',
      [one.id, whole],
    );
    expect(life!.right).toBe(true);
    await world.sqlAsOwner(
      `update session set used_at = now(), expires_at = now() - interval '1 second' where person_id = $1`,
      [one.id],
    );
    expect(await isVisitor(one.browser)).toBe(true);
  });

  it('counts from the last use', async () => {
    const { id, browser } = await signedIn();
    await world.sqlAsOwner(`update session set used_at = now() - interval '7 hours' where person_id = $1`, [id]);
    await browser.call(sessions.session, {});
    const [row] = await world.sqlAsOwner<{ fresh: boolean }>(
      `select used_at > now() - interval '1 minute' as fresh from session where person_id = $1`,
      [id],
    );
    expect(row!.fresh).toBe(true);
  });
});

describe('devices', () => {
  it('are listed in words, the present one first; one or all others can be signed out', async () => {
    const first = await signedIn({ trustDevice: true });
    const phone = await signedIn({ email: first.email, make: false, agent: PHONE });
    const third = await signedIn({ email: first.email, make: false });
    const { items } = await first.browser.call(sessions.sessions, {});
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ agent: 'Chrome, Windows', current: true, trusted: true });
    const ofPhone = items.find((item) => item.agent === 'Safari, iPhone')!;
    expect(ofPhone).toMatchObject({ current: false, trusted: false, area: phone.browser.address.replace(/\d+$/, '…') });

    await first.browser.call(sessions.endSession, { id: ofPhone.id });
    expect(await isVisitor(phone.browser)).toBe(true);
    expect(await isVisitor(third.browser)).toBe(false);
    await first.browser.call(sessions.endOtherSessions, {});
    expect(await isVisitor(third.browser)).toBe(true);
    expect(await isVisitor(first.browser)).toBe(false);
  });

  it('of somebody else are as absent as those that never were', async () => {
    const other = await signedIn();
    const { items } = await other.browser.call(sessions.sessions, {});
    const { browser } = await signedIn();
    for (const id of [items[0]!.id, 2_000_000_000]) {
      await expect(browser.call(sessions.endSession, { id })).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await isVisitor(other.browser)).toBe(false);
  });

  it('signing out clears the browser, and a visitor may do it too', async () => {
    const { browser } = await signedIn();
    const answer = await browser.raw('DELETE', '/api/session');
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect([...browser.cookies.keys()]).toEqual([]);
    expect(await isVisitor(browser)).toBe(true);
    expect((await new Browser(world).raw('DELETE', '/api/session')).status).toBe(200);
  });

  it('ending the present one from the list clears the browser too; ending another does not', async () => {
    const { browser, email } = await signedIn();
    await signedIn({ email, make: false });
    const { items } = await browser.call(sessions.sessions, {});
    const [own, other] = [items.find(({ current }) => current)!, items.find(({ current }) => !current)!];
    const ended = await browser.raw('DELETE', `/api/sessions/${other.id}`);
    expect(ended.headers['clear-site-data']).toBeUndefined();
    const left = await browser.raw('DELETE', `/api/sessions/${own.id}`);
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
    expect([...browser.cookies.keys()]).toEqual([]);
  });
});

describe('requests that another site made', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://la.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  it.each(foreign)('are refused: %j', async (headers) => {
    const { browser } = await signedIn();
    const display = { locale: 'en', theme: 'dark', textSize: 'large', contrast: 'high' } as const;
    await expect(browser.call(accounts.saveDisplay, display, headers)).rejects.toMatchObject({ code: 'cross-site' });
    expect((await browser.call(sessions.session, {})).person!.display.theme).toBe('system');
    await browser.call(accounts.saveDisplay, display);
    expect((await browser.call(sessions.session, {})).person!.display).toEqual(display);
  });

  it('are not those of this machine by its other name', async () => {
    const { browser } = await signedIn();
    const { port } = new URL(world.config.origin);
    const display = { locale: 'en', theme: 'dark', textSize: 'large', contrast: 'high' } as const;
    for (const name of ['127.0.0.1', 'localhost'])
      await browser.call(accounts.saveDisplay, display, { origin: `http://${name}:${port}`, host: `${name}:${port}` });
    const other = browser.call(accounts.saveDisplay, display, { origin: 'http://localhost:1' });
    await expect(other).rejects.toMatchObject({ code: 'cross-site' });
  });
});

describe('a disabled account', () => {
  it('is out within a second, its open streams included, and in again when enabled', async () => {
    const administrator = await world.person({ roles: ['administrator'] });
    const { id, email, browser } = await signedIn({ trustDevice: true });
    const stream = await openStream(browser);

    const since = performance.now();
    await administrator.call(accounts.disable, { id, reason: 'Thôi việc ở đơn vị' });
    await stream.ended;
    expect(performance.now() - since).toBeLessThan(1000);
    expect(await isVisitor(browser)).toBe(true);
    await expect(browser.call(sessions.sessions, {})).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(administrator.call(accounts.disable, { id, reason: 'Lần nữa' })).rejects.toMatchObject({
      code: 'illegal-transition',
      body: { allowed: ['enable'] },
    });

    // No code, and no word that the account exists.
    const letters = world.mailbox.letters.length;
    await browser.call(sessions.requestCode, { email });
    await drain(world);
    expect(world.mailbox.letters).toHaveLength(letters);

    await administrator.call(accounts.enable, { id, reason: 'Đã trở lại' });
    expect(await isVisitor(browser)).toBe(true);
    await browser.call(sessions.requestCode, { email });
    await browser.call(sessions.confirmCode, { email, code: await mailedCode(world, email) });
    expect(await isVisitor(browser)).toBe(false);
    const log = await world.sqlAsOwner(
      `select action, reason from audit where item_id = $1 and action like 'account.%able' order by id`,
      [id],
    );
    expect(log).toEqual([
      { action: 'account.disable', reason: 'Thôi việc ở đơn vị' },
      { action: 'account.enable', reason: 'Đã trở lại' },
    ]);
  });

  it('only administrators decide about it, never about their own', async () => {
    const { id } = await world.person();
    const coordinator = await world.person({ roles: ['coordinator', 'moderator'] });
    await expect(coordinator.call(accounts.disable, { id, reason: 'Không' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const administrator = await world.person({ roles: ['administrator'] });
    await expect(administrator.call(accounts.disable, { id: administrator.id, reason: 'Không' })).rejects.toMatchObject(
      { code: 'forbidden' },
    );
    await expect(administrator.call(accounts.disable, { id: 2_000_000_000, reason: 'Không' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('ends the stream of one session alone when that one is signed out', async () => {
    const one = await signedIn();
    const two = await signedIn({ email: one.email, make: false });
    const [ofOne, ofTwo] = [await openStream(one.browser), await openStream(two.browser)];
    await one.browser.call(sessions.signOut, {});
    await ofOne.ended;
    expect(ofTwo.open()).toBe(true);
    ofTwo.close();
  });
});

describe('who may call what', () => {
  it('a visitor and an account before the rules come no further than their own account', async () => {
    const account = await world.person({ member: false });
    await expect(world.visitor.call(sessions.sessions, {})).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(account.call(sessions.sessions, {})).resolves.toMatchObject({ items: [{ current: true }] });
    await expect(account.call(invitations.invitations, {})).rejects.toMatchObject({ code: 'rules-not-accepted' });
    await expect(account.call(home.home, {})).resolves.toMatchObject({ duties: [] });
  });
});

/** Opens a live stream over a real connection. */
async function openStream(browser: Browser) {
  await listen();
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  let closed = false;
  const { promise: ended, resolve: whenEnded } = Promise.withResolvers<void>();
  const sent = await new Promise<ReturnType<typeof request>>((resolve, reject) => {
    const made = request(
      { port, host: '127.0.0.1', path: notifications.stream.path, headers: { cookie, host: '127.0.0.1:3000' } },
      (answer) => {
        answer.once('data', () => resolve(made));
        answer.on('data', () => {});
        answer.once('close', () => {
          closed = true;
          whenEnded();
        });
      },
    );
    made.once('error', reject).end();
  });
  return { ended, open: () => !closed, close: () => sent.destroy() };
}

let listening: Promise<unknown> | undefined;
const listen = () =>
  (listening ??= world.app
    .get(Signal)
    .start()
    .then(() => world.app.listen(0, '127.0.0.1')));

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accounts, sessions } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Browser, drain, mailedCode, newestLetter, PROXIED } from '../../test/browser.js';

let world: World;
let count = 0;
beforeAll(async () => {
  world = await openWorld(PROXIED);
});
afterAll(() => world.close());

/** Somebody with an account, who is signed in nowhere yet. */
async function known(given: { member?: boolean } = {}) {
  const email = `khoi-${++count}@don-vi.example`;
  const { id } = await world.makePerson({ name: 'Nguyễn Minh Khôi', email, ...given });
  return { id, email, browser: new Browser(world) };
}
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');
const askAt = (who: Browser, email: string) => who.raw('POST', '/api/session/code', JSON.stringify({ email }));
const confirm = (who: Browser, email: string, code: string) =>
  who.raw('POST', '/api/session/code/confirm', JSON.stringify({ email, code }));
const comparable = (answer: { status: number; body: string; headers: Record<string, unknown> }) => {
  const { 'x-request-id': _, date: __, 'set-cookie': cookie, ...headers } = answer.headers;
  return {
    status: answer.status,
    body: answer.body.replace(/"requestId":"[^"]*"/, ''),
    headers,
    cookie: String(cookie).replace(/=[\w-]{43}/, '=…'),
  };
};

describe('signing in with a code', () => {
  it('mails six digits to the stored address and signs in the browser that asked', async () => {
    const { id, email, browser } = await known();
    expect(await browser.call(sessions.requestCode, { email: ` ${email.toUpperCase()} ` })).toEqual({
      sent: true,
      minutes: 10,
    });
    const code = await mailedCode(world, email);
    const letter = (await newestLetter(world, email))!;
    expect(letter.subject).toBe('Mã đăng nhập Mạng lưới chuyên gia Chính phủ điện tử');
    expect(letter.text).toMatch(/^Kính gửi ông\/bà Nguyễn Minh Khôi,\n/);

    const me = await browser.call(sessions.confirmCode, { email, code, trustDevice: true });
    expect(me.person).toMatchObject({
      id,
      name: 'Nguyễn Minh Khôi',
      rulesAccepted: true,
      unread: 0,
      roles: [],
      expertOf: [],
    });
    expect(me.can).toEqual({
      ask: true,
      invite: false,
      represent: false,
      administer: false,
      review: false,
      readAudit: false,
      keepRegistry: false,
      appoint: false,
      keepGlossary: false,
    });
    expect(await browser.call(sessions.session, {})).toEqual(me);
  });

  it('answers an unknown address alike and mails nothing', async () => {
    const { email, browser } = await known();
    const stranger = new Browser(world);
    const forKnown = await askAt(browser, email);
    const forUnknown = await askAt(stranger, 'khong-ai@don-vi.example');
    expect(comparable(forUnknown)).toEqual(comparable(forKnown));
    await drain(world);
    expect(world.mailbox.letters.some((letter) => letter.to === 'khong-ai@don-vi.example')).toBe(false);

    const wrong = wrongOf(await mailedCode(world, email));
    const wrongKnown = await confirm(browser, email, wrong);
    expect(wrongKnown.status).toBe(401);
    expect(comparable(await confirm(stranger, 'khong-ai@don-vi.example', wrong))).toEqual(comparable(wrongKnown));
  });

  it('keeps nothing but hashes', async () => {
    const { email, browser } = await known();
    await browser.call(sessions.requestCode, { email });
    const code = await mailedCode(world, email);
    await browser.call(sessions.confirmCode, { email, code });
    const rows = await world.sqlAsOwner<{ text: string }>(
      `select row_to_json(c)::text as text from sign_in_code c where address = $1 union all select row_to_json(s)::text from session s`,
      [email],
    );
    const stored = rows.map((row) => row.text).join('\n');
    expect(stored).not.toContain(`"${code}"`);
    expect(stored).not.toContain(browser.cookies.get('session'));
  });

  it('takes a code once, of ten that come at the same time', async () => {
    const { email, browser } = await known();
    await browser.call(sessions.requestCode, { email });
    const code = await mailedCode(world, email);
    const payload = JSON.stringify({ email, code });
    const cookie = `asked=${browser.cookies.get('asked')}`;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        new Browser(world).raw('POST', '/api/session/code/confirm', payload, { cookie }),
      ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array<number>(9).fill(401)]);
  });

  it('refuses the sixth try, the right one included, also when all come at once', async () => {
    const { email, browser } = await known();
    await browser.call(sessions.requestCode, { email });
    const code = await mailedCode(world, email);
    const cookie = `asked=${browser.cookies.get('asked')}`;
    const tryIt = (digits: string) =>
      new Browser(world).raw('POST', '/api/session/code/confirm', JSON.stringify({ email, code: digits }), { cookie });
    await Promise.all(Array.from({ length: 8 }, () => tryIt(wrongOf(code))));
    expect((await tryIt(code)).status).toBe(401);
    const [row] = await world.sqlAsOwner<{ tries: number }>('select tries from sign_in_code where address = $1', [
      email,
    ]);
    expect(row!.tries).toBe(5);
  });

  it('still takes the right code after four wrong ones', async () => {
    const { id, email, browser } = await known();
    await browser.call(sessions.requestCode, { email });
    const code = await mailedCode(world, email);
    for (let tries = 0; tries < 4; tries++) {
      await expect(browser.call(sessions.confirmCode, { email, code: wrongOf(code) })).rejects.toMatchObject({
        code: 'wrong-code',
      });
    }
    expect((await browser.call(sessions.confirmCode, { email, code })).person?.id).toBe(id);
  });

  it('refuses the right code in another browser, after ten minutes, and when a newer one was asked for', async () => {
    const { email, browser } = await known();
    await browser.call(sessions.requestCode, { email });
    const first = await mailedCode(world, email);
    await expect(new Browser(world).call(sessions.confirmCode, { email, code: first })).rejects.toMatchObject({
      code: 'wrong-code',
    });
    world.clock.set(new Date(Date.now() + 10 * 60_000 + 1000));
    await expect(browser.call(sessions.confirmCode, { email, code: first })).rejects.toMatchObject({
      code: 'wrong-code',
    });
    world.clock.set(null);

    await browser.call(sessions.requestCode, { email });
    const second = await mailedCode(world, email);
    if (first !== second)
      await expect(browser.call(sessions.confirmCode, { email, code: first })).rejects.toMatchObject({
        code: 'wrong-code',
      });
    expect((await browser.call(sessions.confirmCode, { email, code: second })).person).not.toBeNull();
  });

  it('mails at most five codes an hour to one address, known or not, from wherever asked', async () => {
    const { email } = await known();
    for (const address of [email, 'nguoi-la@don-vi.example']) {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          new Browser(world).raw('POST', '/api/session/code', JSON.stringify({ email: address })),
        ),
      );
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
      expect(Number(answers.find((answer) => answer.status === 429)!.headers['retry-after'])).toBeGreaterThan(0);
    }
    await drain(world);
    expect(world.mailbox.letters.filter((letter) => letter.to === email)).toHaveLength(5);
    world.clock.set(new Date(Date.now() + 61 * 60_000));
    await expect(new Browser(world).call(sessions.requestCode, { email })).resolves.toMatchObject({ sent: true });
    world.clock.set(null);
  });

  it('lets one network address ask for at most twenty codes an hour', async () => {
    const browser = new Browser(world);
    const ask = (at: number) =>
      browser.raw('POST', '/api/session/code', JSON.stringify({ email: `dem-${at}@don-vi.example` }));
    const statuses = [];
    for (let at = 0; at < 22; at++) {
      await world.sqlAsOwner('delete from rate_limit'); // as if a minute had passed
      statuses.push((await ask(at)).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429, 429]);
  });

  it('sends one letter though its job runs twice', async () => {
    const { email, browser } = await known();
    await browser.call(sessions.requestCode, { email });
    const code = await mailedCode(world, email);
    await world.sqlAsOwner(
      `insert into event (name, payload) select name, payload from event where name = 'code.requested' order by id desc limit 1`,
    );
    await drain(world);
    expect(world.mailbox.letters.filter((letter) => letter.to === email)).toHaveLength(1);
    expect((await browser.call(sessions.confirmCode, { email, code })).person).not.toBeNull();
  });
});

describe('without a mail server', () => {
  it('says that no code can be sent, for every address', async () => {
    const silent = await openWorld({ ...PROXIED, SMTP_URL: '' });
    try {
      const { email } = { email: 'co-tai-khoan@don-vi.example' };
      await silent.makePerson({ email });
      for (const address of [email, 'khong-co@don-vi.example']) {
        await expect(new Browser(silent).call(sessions.requestCode, { email: address })).rejects.toMatchObject({
          code: 'unavailable',
        });
      }
    } finally {
      await silent.close();
    }
  });
});

describe('the first sign-in', () => {
  it('asks for the rules; accepting makes a member who is found, and keeps each consent once', async () => {
    const { id, email, browser } = await known({ member: false });
    await browser.call(sessions.requestCode, { email });
    const before = await browser.call(sessions.confirmCode, { email, code: await mailedCode(world, email) });
    expect(before.person).toMatchObject({ id, name: 'Nguyễn Minh Khôi', rulesAccepted: false });
    expect(before.person!.organisation).toMatch(/^Đơn vị thử/);
    expect(before.can.ask).toBe(false);

    const after = await browser.call(sessions.acceptRules, { version: 1, consents: ['statistics', 'statistics'] });
    expect(after.person!.rulesAccepted).toBe(true);
    expect(after.can.ask).toBe(true);
    await browser.call(sessions.acceptRules, { version: 1, consents: ['statistics'] });
    const consents = await world.sqlAsOwner('select purpose from consent where person_id = $1', [id]);
    expect(consents).toEqual([{ purpose: 'statistics' }]);
    expect(await world.sqlAsOwner('select item_id from search_row where item_id = $1', [id])).toHaveLength(1);

    expect(await browser.call(accounts.givenConsents, {})).toEqual({ consents: ['statistics'] });
    const changed = await browser.call(accounts.saveConsents, { consents: ['mail-digest', 'mail-digest'] });
    expect(changed).toEqual({ consents: ['mail-digest'] });
    const kept = await world.sqlAsOwner(
      'select purpose, withdrawn_at is not null as withdrawn from consent where person_id = $1 order by id',
      [id],
    );
    expect(kept).toEqual([
      { purpose: 'statistics', withdrawn: true },
      { purpose: 'mail-digest', withdrawn: false },
    ]);
  });
});

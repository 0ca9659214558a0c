import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accounts, people, sessions } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Browser, drain, mailedCode, newestLetter, PROXIED } from '../../test/browser.js';

let world: World;
let count = 0;
beforeAll(async () => {
  world = await openWorld(PROXIED);
});
afterAll(() => world.close());

async function signedIn() {
  const email = `chinh-${++count}@don-vi.example`;
  const { id } = await world.makePerson({ email });
  const browser = new Browser(world);
  await browser.call(sessions.requestCode, { email });
  await browser.call(sessions.confirmCode, { email, code: await mailedCode(world, email) });
  return { id, email, second: `phu-${count}@nha.example`, browser };
}
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a second address', () => {
  it('counts once its code is confirmed, and then signs in', async () => {
    const { id, second, browser } = await signedIn();
    const added = await browser.call(accounts.addEmail, { email: second });
    expect((await newestLetter(world, second))!.subject).toBe('Mã xác nhận địa chỉ thư');
    const stranger = new Browser(world);
    await stranger.call(sessions.requestCode, { email: second });
    const code = await mailedCode(world, second);
    await expect(stranger.call(sessions.confirmCode, { email: second, code })).rejects.toMatchObject({
      code: 'wrong-code',
    });

    await expect(browser.call(accounts.confirmEmail, { id: added.id, code: wrongOf(code) })).rejects.toMatchObject({
      code: 'wrong-code',
    });
    await browser.call(accounts.confirmEmail, { id: added.id, code });
    const { items } = await browser.call(accounts.emails, {});
    expect(items.map(({ confirmed, primary }) => ({ confirmed, primary }))).toEqual([
      { confirmed: true, primary: true },
      { confirmed: true, primary: false },
    ]);
    await stranger.call(sessions.requestCode, { email: second });
    const me = await stranger.call(sessions.confirmCode, { email: second, code: await mailedCode(world, second) });
    expect(me.person!.id).toBe(id);
  });

  it('of another account gets no code and the same answer; one that nobody confirmed is free', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const before = world.mailbox.letters.filter((letter) => letter.to === two.email).length;
    const taken = await one.browser.call(accounts.addEmail, { email: two.email });
    expect(taken).toEqual({ id: expect.any(Number) });
    await drain(world);
    expect(world.mailbox.letters.filter((letter) => letter.to === two.email)).toHaveLength(before);
    await expect(one.browser.call(accounts.confirmEmail, { id: taken.id, code: '123456' })).rejects.toMatchObject({
      code: 'wrong-code',
    });
    await expect(one.browser.call(accounts.addEmail, { email: one.email })).rejects.toMatchObject({
      code: 'already-exists',
    });
    const { id } = await one.browser.call(accounts.addEmail, { email: 'cua-ai@nha.example' });
    await drain(world);
    const added = await two.browser.call(accounts.addEmail, { email: 'cua-ai@nha.example' });
    const code = await mailedCode(world, 'cua-ai@nha.example');
    await expect(one.browser.call(accounts.confirmEmail, { id, code: wrongOf(code) })).rejects.toMatchObject({
      code: 'wrong-code',
    });
    await two.browser.call(accounts.confirmEmail, { id: added.id, code });
    expect((await two.browser.call(accounts.emails, {})).items).toHaveLength(2);
  });

  it('sent again with its Idempotency-Key is the same one, with one letter, while it is there', async () => {
    const { second, browser } = await signedIn();
    const add = () => browser.call(accounts.addEmail, { email: second }, { 'idempotency-key': 'them-mot-lan-1' });
    const added = await add();
    expect(await add()).toEqual(added);
    await drain(world);
    expect(world.mailbox.letters.filter((letter) => letter.to === second)).toHaveLength(1);
    await browser.call(accounts.removeEmail, { id: added.id });
    await expect(add()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of somebody else can neither be confirmed nor removed', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const { id } = await one.browser.call(accounts.addEmail, { email: one.second });
    await expect(two.browser.call(accounts.removeEmail, { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(two.browser.call(accounts.confirmEmail, { id, code: '123456' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('needs a sign-in of the last ten minutes, and so does taking one away', async () => {
    const { browser, second } = await signedIn();
    const { items } = await browser.call(accounts.emails, {});
    world.clock.set(new Date(Date.now() + 11 * 60_000));
    try {
      await expect(browser.call(accounts.addEmail, { email: second })).rejects.toMatchObject({ code: 'sign-in-again' });
      await expect(browser.call(accounts.removeEmail, { id: items[0]!.id })).rejects.toMatchObject({
        code: 'sign-in-again',
      });
    } finally {
      world.clock.set(null);
    }
  });
});

describe('removing an address', () => {
  it('leaves one confirmed; taking the main one away promotes the other, shown too', async () => {
    const { id, second, browser } = await signedIn();
    const { items: first } = await browser.call(accounts.emails, {});
    await expect(browser.call(accounts.removeEmail, { id: first[0]!.id })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
    const added = await browser.call(accounts.addEmail, { email: second });
    await expect(browser.call(accounts.removeEmail, { id: first[0]!.id })).rejects.toMatchObject({
      code: 'illegal-transition',
    });
    await browser.call(accounts.confirmEmail, { id: added.id, code: await mailedCode(world, second) });
    await world.sqlAsOwner('update person set contact_visible = true where id = $1', [id]);
    await browser.call(accounts.removeEmail, { id: first[0]!.id });
    expect(await browser.call(people.read, { id })).toMatchObject({ contact: { email: second } });
    expect((await browser.call(accounts.emails, {})).items).toEqual([
      { id: added.id, email: second, confirmed: true, primary: true },
    ]);
  });

  it('of both at the same time leaves one', async () => {
    const { second, browser } = await signedIn();
    const added = await browser.call(accounts.addEmail, { email: second });
    await browser.call(accounts.confirmEmail, { id: added.id, code: await mailedCode(world, second) });
    const { items } = await browser.call(accounts.emails, {});
    const outcomes = await Promise.allSettled(items.map(({ id }) => browser.call(accounts.removeEmail, { id })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await browser.call(accounts.emails, {})).items).toMatchObject([{ confirmed: true, primary: true }]);
  });
});

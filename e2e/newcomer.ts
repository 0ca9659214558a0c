import { setTimeout } from 'node:timers/promises';
import { expect, test, type APIRequestContext, type BrowserContext } from '@playwright/test';
import { letterTo } from './letters.ts';
import { signIn } from './sign-in.ts';

/** Somebody who comes new, as the organiser writes him down. */
export interface Newcomer {
  name: string;
  title: string;
  unit: string;
  email: string;
  organisationId: number;
  roles: string[];
}

/** An organisation of the demonstration by its name. */
export async function organisationId(
  request: APIRequestContext,
  origin: string,
  name = 'Sở Khoa học và Công nghệ tỉnh Đông Lĩnh',
): Promise<number> {
  const answer = await request.get(`${origin}/api/organisations?limit=30&q=${encodeURIComponent(name)}`);
  const { items } = (await answer.json()) as { items: { id: number; name: string }[] };
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`No organisation ${name}`);
  return found.id;
}

/** Sends something as the person of this browser, and takes what is answered; who writes too fast waits as he is told. */
export async function sendAs<T>(
  context: BrowserContext,
  address: string,
  data: object,
  { method = 'POST', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<T> {
  const answer = await context.request.fetch(address, {
    method,
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), ...headers },
  });
  if (answer.status() === 429) {
    const wait = 1000 * Number(answer.headers()['retry-after']);
    test.info().setTimeout(test.info().timeout + wait);
    await setTimeout(wait);
    return sendAs(context, address, data, { method, headers });
  }
  expect(answer.status(), `${method} ${address}: ${await answer.text()}`).toBeLessThan(300);
  return (await answer.json()) as T;
}

/** A coordinator invites somebody; an administrator whoever gets a role. `from` is any browser of the journey. Returns who he is. */
export async function invite(from: BrowserContext, origin: string, given: Partial<Newcomer> = {}): Promise<Newcomer> {
  const coordinator = await from.browser()!.newContext();
  await signIn(coordinator, origin, given.roles ? 'administrator' : 'coordinator');
  const newcomer: Newcomer = {
    name: 'Trần Thị Liên',
    title: 'Chuyên viên',
    unit: '',
    email: `lien.tran.${crypto.randomUUID().slice(0, 8)}@donglinh.example`,
    organisationId: given.organisationId ?? (await organisationId(coordinator.request, origin)),
    roles: [],
    ...given,
  };
  await sendAs(coordinator, `${origin}/api/invitations`, newcomer);
  await coordinator.close();
  return newcomer;
}

/** Invites somebody and joins as him in this browser; the rules wait. Returns who he is. */
export async function join(context: BrowserContext, origin: string, given: Partial<Newcomer> = {}): Promise<Newcomer> {
  const newcomer = await invite(context, origin, given);
  const letter = await letterTo(context, origin, newcomer.email, /mời/i);
  const token = /\/loi-moi#(\S+)/.exec(letter.text)?.[1];
  const { name, title, unit } = newcomer;
  const locale = (await context.cookies(origin)).find((cookie) => cookie.name === 'locale')?.value ?? 'vi';
  const headers = { 'x-locale': locale };
  await sendAs(context, `${origin}/api/invitation/accept`, { token, name, title, unit }, { headers });
  return newcomer;
}

/** A member of his own for this journey, who has accepted the rules: nobody else meets what he does or sets. */
export async function newMember(
  context: BrowserContext,
  origin: string,
  given: Partial<Newcomer> = {},
): Promise<Newcomer & { id: number }> {
  const newcomer = await join(context, origin, given);
  const pages = (await (await context.request.get(`${origin}/api/instance/pages`)).json()) as { version: number };
  const { version } = pages;
  const me = await sendAs<{ person: { id: number } }>(context, `${origin}/api/session/rules`, {
    version,
    consents: [],
  });
  return { ...newcomer, id: me.person.id };
}

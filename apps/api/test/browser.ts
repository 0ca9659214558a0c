import type { Call, ProblemBody, Result, Route } from '@hat-nhan/contracts';
import { ProblemError, requestOf, type Caller, type World } from './api.js';

/** The world of a browser needs this, so that each browser has an address of its own. */
export const PROXIED = { TRUSTED_PROXIES: '127.0.0.1' };
let count = 0;

/** Somebody at a browser: keeps the cookies that he is given, and comes from an address of his own. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Set-Cookie lines of the last answer. */
  lastCookies: string[] = [];
  readonly address = `198.51.${Math.floor(++count / 250)}.${(count % 250) + 1}`;

  constructor(
    private readonly site: { visitor: Pick<Caller, 'raw'> },
    private readonly agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36',
  ) {}

  async raw(method: string, url: string, payload?: string, headers: Record<string, string> = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.site.visitor.raw({
      method,
      url,
      ...(payload !== undefined && { payload }),
      headers: { 'user-agent': this.agent, 'x-forwarded-for': this.address, ...(cookie && { cookie }), ...headers },
    });
    this.lastCookies = [answer.headers['set-cookie'] ?? []].flat() as string[];
    for (const line of this.lastCookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/Max-Age=0\b/.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return answer;
  }

  async call<R extends Route>(route: R, input: Call<R>, headers: Record<string, string> = {}): Promise<Result<R>> {
    const { url, payload } = requestOf(route, input as Record<string, unknown>);
    const answer = await this.raw(route.method, url, payload, headers);
    const body = answer.body ? JSON.parse(answer.body) : undefined;
    if (answer.status >= 400) throw new ProblemError(answer.status, body as ProblemBody, answer.headers);
    return body as never;
  }
}

/** Runs the jobs until none is left. The log is read only up to the oldest transaction of the whole server, other databases' included. */
export async function drain(world: World): Promise<void> {
  const unread = `select from event e, event_cursor c where c.consumer = 'fan-out' and e.xid > c.xid limit 1`;
  for (let rounds = 0; rounds < 500; rounds++) {
    await world.jobs.drain();
    if ((await world.sqlAsOwner(unread)).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The event log does not run dry.');
}

/** The newest letter to an address, once the jobs have run. */
export async function newestLetter(world: World, address: string) {
  await drain(world);
  return world.mailbox.letters.findLast((letter) => letter.to === address);
}

/** The six digits in the newest letter to an address that has some. */
export async function mailedCode(world: World, address: string): Promise<string> {
  await drain(world);
  const codes = world.mailbox.letters.flatMap(({ to, text }) =>
    to === address ? (/^ {4}(\d{6})$/m.exec(text)?.[1] ?? []) : [],
  );
  const code = codes.at(-1);
  if (!code) throw new Error(`No code was mailed to ${address}`);
  return code;
}

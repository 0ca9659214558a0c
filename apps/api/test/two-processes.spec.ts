import { spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accounts, posts, sessions, threads, type Route } from '@hat-nhan/contracts';
import { openWorld, requestOf, type World } from './api.js';
import { ask } from './forum.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const ORIGIN = 'https://mang-luoi.example';

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });

const until = async (what: () => boolean | Promise<boolean>, within: number) => {
  const end = Date.now() + within;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`Not within ${within} ms: ${what.toString()}`);
    await sleep(20);
  }
};

interface Process {
  port: number;
  child: ChildProcess;
}

describe('two web processes and a worker on one database', () => {
  let world: World;
  let one: Process;
  let two: Process;
  const running: ChildProcess[] = [];

  async function start(worker: 'on' | 'off'): Promise<Process> {
    const [port, healthPort] = [await freePort(), await freePort()];
    const env = {
      NODE_ENV: 'test', // a database of tests is not durable, which production refuses
      DATABASE_URL: world.config.databaseUrl,
      SMTP_URL: world.config.smtpUrl,
      MAIL_FROM: 'khong-tra-loi@mang-luoi.example',
      PUBLIC_ORIGIN: ORIGIN,
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'error',
      DATA_DIR: world.config.dataDir,
      POOL_SIZE: '4',
      WORKER: worker,
      PORT: String(port),
      HEALTH_PORT: String(healthPort),
    };
    const child = spawn(process.execPath, [MAIN], { env, stdio: 'ignore' });
    running.push(child);
    await until(
      () =>
        fetch(`http://127.0.0.1:${healthPort}/readyz`).then(
          (answer) => answer.ok,
          () => false,
        ),
      30_000,
    );
    return { port, child };
  }

  /** One request through the proxy, which happened to choose this process. */
  async function call(
    to: Process,
    route: Route,
    input: object,
    given: { token?: string; cookie?: string; key?: string; from?: string } = {},
  ) {
    const { url, payload } = requestOf(route, input as Record<string, unknown>);
    return new Promise<{ status: number; body: Record<string, unknown>; cookies: string[] }>((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: to.port,
          path: url,
          method: route.method,
          headers: {
            host: new URL(ORIGIN).host,
            origin: ORIGIN,
            'x-forwarded-proto': 'https',
            'x-forwarded-for': given.from ?? '203.0.113.7',
            ...(given.token && { cookie: `__Host-session=${given.token}` }),
            ...(given.cookie && { cookie: given.cookie }),
            ...(given.key && { 'idempotency-key': given.key }),
            ...(payload !== undefined && { 'content-type': 'application/json' }),
          },
        },
        (answer) => {
          let body = '';
          answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
          answer.once('end', () =>
            resolve({
              status: answer.statusCode!,
              body: body ? (JSON.parse(body) as Record<string, unknown>) : {},
              cookies: answer.headers['set-cookie'] ?? [],
            }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(payload);
    });
  }

  async function listen(
    to: Process,
    token: string,
  ): Promise<{ text: () => string; ended: () => boolean; cut: () => void }> {
    let [text, ended] = ['', false];
    const headers = { host: new URL(ORIGIN).host, cookie: `__Host-session=${token}`, 'x-forwarded-proto': 'https' };
    const sent = request({ host: '127.0.0.1', port: to.port, path: '/api/stream', headers }, (answer) => {
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.once('end', () => (ended = true));
    });
    sent.on('error', () => (ended = true));
    sent.end();
    await until(() => text.includes('event: ready'), 5000);
    return { text: () => text, ended: () => ended, cut: () => sent.destroy() };
  }

  beforeAll(async () => {
    world = await openWorld();
    [one, two] = await Promise.all([start('off'), start('off')]);
    await start('on');
  }, 60_000);
  afterAll(async () => {
    await Promise.all(
      running.map(async (child) => {
        if (child.exitCode !== null) return;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }),
    );
    await world.close();
  }, 30_000);

  it('a session begun on one, by a code that the worker mailed, is known to the other, and its end too', async () => {
    const person = await world.person();
    const [mail] = await world.sqlAsOwner<{ address: string }>('select address from email where person_id = $1', [
      person.id,
    ]);
    const email = mail!.address;
    const asked = await call(one, sessions.requestCode, { email });
    expect(asked.status).toBe(200);
    const letter = () => world.mailbox.letters.find(({ to }) => to === email);
    await until(() => letter() !== undefined, 10_000);
    const code = /\b\d{6}\b/.exec(letter()!.text)![0];
    const browser = asked.cookies.map((line) => line.split(';')[0]).join('; ');
    const signedIn = await call(two, sessions.confirmCode, { email, code }, { cookie: browser });
    expect(signedIn).toMatchObject({ status: 200, body: { person: { id: person.id } } });
    const token = /__Host-session=([^;]+)/.exec(signedIn.cookies.join('\n'))![1]!;
    expect((await call(one, sessions.session, {}, { token })).body).toMatchObject({ person: { id: person.id } });
    expect((await call(one, sessions.signOut, {}, { token })).status).toBe(200);
    expect((await call(two, sessions.session, {}, { token })).body).toMatchObject({ person: null });
  });

  it('their limits count together', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 14; turn++) {
      const answer = await call(
        turn % 2 === 0 ? one : two,
        sessions.requestCode,
        { email: `ai-do-${turn}@test.example` },
        { from: '198.51.100.9' },
      );
      statuses.push(answer.status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(sessions.requestCode.perMinute!);
    expect(statuses.slice(sessions.requestCode.perMinute)).toEqual([429, 429, 429, 429]);
  });

  it('what is written on one reaches a stream on the other, and the worker’s notification the inbox', async () => {
    const [asker, answerer] = [await world.person(), await world.person()];
    const question = await ask(world, asker);
    const stream = await listen(two, asker.token!);
    const written = await call(
      one,
      posts.reply,
      { id: question, text: 'Trả lời từ tiến trình kia.' },
      { token: answerer.token! },
    );
    expect(written.status).toBe(200);
    await until(() => stream.text().includes('answer.created'), 2000);
    await until(() => stream.text().includes('notification.created'), 5000);
    stream.cut();
  });

  it('a key used on one is not used again on the other', async () => {
    const person = await world.person();
    const { members } = await world.baseSpaces();
    const input = {
      kind: 'question' as const,
      title: 'Gửi hai lần qua hai tiến trình thì có mấy câu hỏi?',
      text: 'Mạng chập chờn nên trình duyệt gửi lại.',
      topicIds: [await world.topic()],
      spaceId: members,
    };
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      [one, two, one, two].map((to) => call(to, threads.ask, input, { token: person.token!, key })),
    );
    const again = await call(two, threads.ask, input, { token: person.token!, key });
    const ids = new Set([...answers, again].filter(({ status }) => status === 200).map(({ body }) => body['id']));
    expect(ids.size).toBe(1);
    const [{ n }] = (await world.sqlAsOwner<{ n: number }>('select count(*)::int as n from item where author_id = $1', [
      person.id,
    ])) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('who is shut out on one is out on both within a second, his streams too', async () => {
    const [administrator, person] = [await world.person({ roles: ['administrator'] }), await world.person()];
    const streams = [await listen(one, person.token!), await listen(two, person.token!)];
    const shut = await call(
      one,
      accounts.disable,
      { id: person.id, reason: 'Nghỉ việc' },
      { token: administrator.token! },
    );
    expect(shut).toMatchObject({ status: 200 });
    const out = async (from: Process) =>
      (await call(from, sessions.session, {}, { token: person.token! })).body['person'] === null;
    await until(async () => (await out(one)) && (await out(two)) && streams.every((stream) => stream.ended()), 1000);
  });
});

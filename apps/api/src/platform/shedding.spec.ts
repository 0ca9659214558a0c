import { Agent, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../test/api.js';
import { Health } from './health.js';
import { Queues } from './queues.js';
import { sheddingServer } from './shedding.js';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const asking =
  (port: number) =>
  (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers: { host: '127.0.0.1:3000', ...headers } });
      sent.once('response', (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.once('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
      });
      sent.once('error', reject);
      sent.end(body);
    });
const portOf = (server: Server) => (server.address() as AddressInfo).port;

describe('a server whose queue is full', () => {
  let world: World;
  let call: ReturnType<typeof asking>;
  let free = () => {};
  let waiting: Promise<unknown>;

  beforeAll(async () => {
    world = await openWorld({ POOL_SIZE: '1' });
    await world.app.listen(0, '127.0.0.1');
    call = asking(portOf(world.app.getHttpServer() as Server));
  });
  afterAll(() => world.close());

  const fill = () => {
    const queues = world.app.get(Queues);
    const held = new Promise<void>((done) => (free = done));
    waiting = Promise.all([held, ...Array.from({ length: 100 }, () => 0)].map(() => queues.connected(() => held)));
  };
  const refusals = async () => {
    const { values } = await world.app.get(Health).duration.get();
    return (
      values.find(({ metricName, labels }) => metricName?.endsWith('_count') && labels.route === 'refused')?.value ?? 0
    );
  };

  it('refuses before anything is spent, with every header of the house, in the language of the reader', async () => {
    fill();
    try {
      const usual = await call('GET', '/api/nothing-here', { 'x-locale': 'en' });
      expect(usual.status).toBe(503);
      expect(usual.headers).toMatchObject({
        'retry-after': '2',
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining(`default-src 'none'`),
      });
      const { code, title, requestId } = JSON.parse(usual.body) as Record<string, string>;
      expect([code, requestId]).toEqual(['unavailable', usual.headers['x-request-id']]);
      const { body } = await call('GET', '/api/topics');
      expect((JSON.parse(body) as { title: string }).title).not.toBe(title);
      expect((await call('HEAD', '/api/topics')).body).toBe('');
      expect(await refusals()).toBe(3);
    } finally {
      free();
      await waiting;
    }
    expect((await call('GET', '/api/topics')).status).toBe(200);
    expect(await refusals()).toBe(3);
  });

  it('keeps the connection of a small body, gives up that of a large one, and refuses no page', async () => {
    fill();
    try {
      const type = { 'content-type': 'application/json' };
      const small = await call('POST', '/api/threads', { ...type, 'content-length': '2' }, Buffer.from('{}'));
      expect([small.status, small.headers.connection]).toEqual([503, 'keep-alive']);
      const bytes = Buffer.alloc(100_000, ' ');
      const large = await call('POST', '/api/threads', { ...type, 'content-length': String(bytes.length) }, bytes);
      expect([large.status, large.headers.connection]).toEqual([503, 'close']);
      // What it says of itself may be missing, the page is not.
      expect((await call('GET', '/')).headers['content-type']).toMatch(/^text\/html/);
    } finally {
      free();
      await waiting;
    }
  });

  it('counts no live stream among those who wait or are served', async () => {
    const { token } = await world.person();
    const agent = new Agent();
    const open = Array.from({ length: 3 }, () => {
      const port = portOf(world.app.getHttpServer() as Server);
      const headers = { host: '127.0.0.1:3000', cookie: `session=${token}` };
      const sent = request({ host: '127.0.0.1', port, path: '/api/stream', headers, agent }).end();
      sent.on('error', () => {});
      return new Promise<IncomingMessage>((answered) => void sent.once('response', answered));
    });
    expect((await Promise.all(open)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await call('GET', '/api/topics')).status).toBe(200);
    agent.destroy();
  });
});

describe('the door', () => {
  const asked = { full: (_visitor: boolean) => false, closing: false };
  const door = { full: (visitor: boolean) => asked.full(visitor), closing: () => asked.closing, refused: () => {} };
  const server = sheddingServer(door, true, '__Host-session')((_request, response) => response.end('served'), {});
  let call: ReturnType<typeof asking>;

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    call = asking(portOf(server));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('is closed to readers who are not signed in before it is to members and to what is written', async () => {
    asked.full = (visitor) => visitor;
    const status = async (method: string, path: string, cookie?: string) =>
      (await call(method, path, cookie ? { cookie } : {})).status;
    const signedIn = 'theme=dark; __Host-session=x';
    expect(await status('GET', '/api/threads')).toBe(503);
    expect(await status('HEAD', '/api/threads', 'theme=dark')).toBe(503);
    expect(await status('GET', '/api/threads', signedIn)).toBe(200);
    expect(await status('POST', '/api/sign-in')).toBe(200);
    asked.full = () => true;
    expect(await status('GET', '/api/threads', signedIn)).toBe(503);
    expect(await status('POST', '/api/sign-in')).toBe(503);
    expect(await status('GET', '/hoi-dap')).toBe(200);
  });

  it('keeps no connection of a process that is about to end', async () => {
    asked.full = () => true;
    asked.closing = true;
    const { status, headers } = await call('GET', '/api/threads');
    expect([status, headers.connection]).toEqual([503, 'close']);
    asked.closing = false;
  });

  it('gives its answer to whoever is still sending a file, and does not wait for the rest', async () => {
    asked.full = () => true;
    const headers = { host: '127.0.0.1', 'content-length': '30000000' };
    const sent = request({
      host: '127.0.0.1',
      port: portOf(server),
      method: 'PUT',
      path: '/api/files/x/content',
      headers,
    });
    sent.on('error', () => {});
    const ended = new Promise<void>((done) => void sent.once('close', done));
    const answered = new Promise<IncomingMessage>((done) => void sent.once('response', done));
    sent.write(Buffer.alloc(2_000_000));
    const { statusCode, headers: got } = await answered.then((answer) => answer.resume());
    expect([statusCode, got.connection]).toEqual([503, 'close']);
    await ended;
  });
});

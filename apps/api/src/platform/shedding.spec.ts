import { request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../test/api.js';
import { Health } from './health.js';
import { Queues } from './queues.js';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

describe('a server whose queue is full', () => {
  let world: World;
  let port: number;
  let free = () => {};
  let waiting: Promise<unknown>;

  beforeAll(async () => {
    world = await openWorld({ POOL_SIZE: '1' });
    await world.app.listen(0, '127.0.0.1');
    ({ port } = world.app.getHttpServer().address() as AddressInfo);
  });
  afterAll(() => world.close());

  const fill = () => {
    const queues = world.app.get(Queues);
    const held = new Promise<void>((done) => (free = done));
    waiting = Promise.all([held, ...Array.from({ length: 100 }, () => 0)].map(() => queues.connected(() => held)));
  };
  const call = (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) =>
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
  const refusals = async () => {
    const { values } = await world.app.get(Health).duration.get();
    return values.find(({ metricName, labels }) => metricName?.endsWith('_count') && labels.route === 'refused')?.value ?? 0;
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
      expect((await call('GET', '/robots.txt')).status).not.toBe(503);
    } finally {
      free();
      await waiting;
    }
  });
});

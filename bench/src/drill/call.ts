import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import type { Server } from '../servers.js';

/** One request of a drill. */
export interface Wish {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: object;
}

/** What became of it: status 0 is no answer, or half of one. */
export interface Outcome {
  status: number;
  ms: number;
  body: string;
  headers: IncomingHttpHeaders;
}

export const connections = (most: number) => new Agent({ keepAlive: true, maxSockets: most });

const PATIENCE_MS = 30_000;

/** Sends one request. Never throws: what is not answered whole has status 0. */
export function call(server: Pick<Server, 'port' | 'headers'>, wish: Wish, agent: Agent): Promise<Outcome> {
  const text = wish.body && JSON.stringify(wish.body);
  const sent = text && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  const start = performance.now();
  return new Promise((resolve) => {
    const lost = (error?: Error) =>
      resolve({ status: 0, ms: performance.now() - start, body: error?.message ?? '', headers: {} });
    const going = request(
      {
        host: '127.0.0.1',
        port: server.port,
        method: wish.method,
        path: wish.path,
        agent,
        timeout: PATIENCE_MS,
        headers: { ...server.headers, ...sent, ...wish.headers },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', lost);
        answer.once('close', () => lost());
        answer.once('end', () => {
          const body = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, ms: performance.now() - start, body, headers: answer.headers });
        });
      },
    );
    going.once('timeout', () => going.destroy(new Error('no answer in time')));
    going.once('error', lost);
    going.end(text);
  });
}

/** Whether the health port answers this path with 200 now, and after how many milliseconds. */
export async function healthy(port: number, path: string): Promise<{ ok: boolean; ms: number }> {
  const start = performance.now();
  const ok = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(5000) }).then(
    (answer) => answer.text().then(() => answer.ok),
    () => false,
  );
  return { ok, ms: performance.now() - start };
}

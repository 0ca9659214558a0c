import { Agent, request } from 'node:http';
import type { Server } from './servers.js';

/** One request. */
export interface Shot {
  path: string;
  headers?: Record<string, string>;
  /** GET, or POST with a body, unless told. */
  method?: 'PUT';
  /** Sent as JSON. */
  body?: object;
}

export interface Fired {
  /** Milliseconds of each request, ascending. */
  latencies: number[];
}

/** Sends one request and gives the answer's JSON. Throws on any status but success. */
export async function ask<T>(server: Server, shot: Shot, agent?: Agent): Promise<T> {
  return JSON.parse((await read(server, shot, agent)).toString()) as T;
}

/** Sends one request and gives the answer's bytes. Throws on any status but success. */
export function read(server: Server, { path, headers, method, body }: Shot, agent?: Agent): Promise<Buffer> {
  const text = body && JSON.stringify(body);
  const sent = text && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: server.port,
        path,
        method: method ?? (text ? 'POST' : 'GET'),
        headers: { ...server.headers, ...sent, ...headers },
        ...(agent && { agent }),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => {
          const full = Buffer.concat(chunks);
          const status = answer.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(full);
          else reject(new Error(`${server.name} answered ${status} to ${path}: ${full.toString().slice(0, 300)}`));
        });
      },
    );
    call.once('error', reject);
    call.end(text);
  });
}

/** Sends all shots over so many connections, each sending its next request when the last was answered. */
export async function fire(server: Server, shots: readonly Shot[], connections: number): Promise<Fired> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let next = 0;
  const connection = async () => {
    while (next < shots.length) {
      const shot = shots[next++]!;
      const start = performance.now();
      await read(server, shot, agent);
      latencies.push(performance.now() - start);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, connection));
  } finally {
    agent.destroy();
  }
  return { latencies: latencies.toSorted((left, right) => left - right) };
}

/** The value below which a share of the sorted numbers lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const median = (numbers: readonly number[]): number =>
  quantile(
    numbers.toSorted((left, right) => left - right),
    0.5,
  );

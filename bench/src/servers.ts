import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Cluster } from './cluster.js';
import { PRODUCT_MAIN, productionOptions } from './product.js';

/** The product as a process of its own that a drill may end. */
export interface ProductProcess extends Server {
  healthPort: number;
  /** Its exit code, null after a signal; pending while it runs. */
  exited: Promise<number | null>;
}

export interface Server {
  name: 'product' | 'floor';
  port: number;
  pid: number;
  /** The database that it works in, as PostgreSQL names it. */
  database: string;
  /** Headers that every request to it carries. */
  headers: Record<string, string>;
  stop(): Promise<void>;
}

const READY_MS = 60_000;
const ORIGIN = 'https://bench.example';
const STATIC = fileURLToPath(new URL('../static.mjs', import.meta.url));
const FLOOR = fileURLToPath(new URL('../floor/server.mjs', import.meta.url));

/** The product as production runs it, without the worker, behind a proxy that tells the visitors' addresses. */
export async function startProduct(
  cluster: Pick<Cluster, 'appUrl' | 'folder'>,
  nodeOptions: string[] = [],
  given: Record<string, string> = {},
): Promise<ProductProcess> {
  const [port, healthPort] = [await freePort(), await freePort()];
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: cluster.appUrl,
    PUBLIC_ORIGIN: ORIGIN,
    TRUSTED_PROXIES: '127.0.0.1',
    WORKER: 'off',
    PORT: String(port),
    HEALTH_PORT: String(healthPort),
    ...given,
  };
  const child = await ready(
    [...(await productionOptions()), ...nodeOptions, fileURLToPath(PRODUCT_MAIN)],
    env,
    /bench\.example/,
    cluster.folder,
  );
  const headers = { host: new URL(ORIGIN).host };
  const exited = new Promise<number | null>((ended) => void child.once('exit', ended));
  return {
    name: 'product',
    port: Number(env.PORT),
    healthPort: Number(env.HEALTH_PORT),
    pid: child.pid!,
    database: 'hat_nhan',
    headers,
    exited,
    stop: () => stop(child),
  };
}

/** The floor, as its README starts it. */
export async function startFloor(cluster: Cluster): Promise<Server> {
  const port = await freePort();
  const env = { DATABASE_URL: cluster.floorUrl, PORT: String(port) };
  const child = await ready([FLOOR], env, /floor ready/, cluster.folder);
  return { name: 'floor', port, pid: child.pid!, database: 'floor', headers: {}, stop: () => stop(child) };
}

/** A server of files and nothing else, over the product's folder of files. */
export async function startStatic(folder: string): Promise<Server> {
  const port = await freePort();
  const child = await ready([STATIC], { FOLDER: folder, PORT: String(port) }, /files ready/, folder);
  return { name: 'floor', port, pid: child.pid!, database: '', headers: {}, stop: () => stop(child) };
}

async function ready(args: string[], env: Record<string, string>, sign: RegExp, cwd: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready after ${READY_MS / 1000} s: ${said}`)), READY_MS);
    const listen = (chunk: Buffer) => {
      said += said.length < 10_000 ? chunk.toString() : '';
      if (sign.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
    void child.once('exit', () => clearTimeout(late));
    child.once('spawn', () => late.unref());
  }).catch(async (error: unknown) => {
    await stop(child);
    throw error;
  });
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
  await ended;
  clearTimeout(late);
}

/** A port that nobody listens on now. */
export const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });

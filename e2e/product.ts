import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../apps/api/dist/start.js', import.meta.url));
const READY_MS = 90_000;
const STOP_MS = 30_000;

/** The built product, running its demonstration on a database of its own. */
export interface Product {
  origin: string;
  /** Stops it as Ctrl-C would and removes its data. Throws when it does not stop in 30 s. */
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Starts the product as `npm start` does, on a free port, with an empty data folder. Throws with its output when it fails. */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'hat-nhan-e2e-'));
  const [port, health] = [await freePort(), await freePort()];
  // By name: browsers keep no passkeys for a bare number.
  const origin = `http://localhost:${port}`;
  const settings = { PORT: String(port), HEALTH_PORT: String(health), DATA_DIR: folder, LOG_LEVEL: 'warn' };
  const outside = { DATABASE_URL: '', MIGRATE_URL: '', SMTP_URL: '', PUBLIC_ORIGIN: '', HOST: 'localhost' };
  // In its own folder, so that no .env of the developer reaches it.
  const child = spawn(process.execPath, [START], { cwd: folder, env: { ...process.env, ...outside, ...settings } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = await Promise.race([ended(child), sleep(STOP_MS, 'late', { ref: false })]);
    if (late) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    if (late) throw new Error(`The product did not stop in ${STOP_MS / 1000} s.\n${said}`);
  };
  try {
    await ready(origin, child);
  } catch (error) {
    await stop();
    throw new Error(`The product did not start.\n${said}`, { cause: error });
  }
  return { origin, stop };
}

async function ready(origin: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_MS;
  for (;;) {
    const answer = await fetch(`${origin}/api/session`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > until) throw new Error('no answer');
    await sleep(150);
  }
}

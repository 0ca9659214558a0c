import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadProduct } from '../product.js';
import { postgresProcesses } from '../processes.js';
import { randomFrom } from '../random.js';
import { freePort, startProduct, type ProductProcess } from '../servers.js';
import { call, connections, healthy } from './call.js';
import { onGround, type Ground } from './ground.js';
import { examine } from './invariants.js';
import { tell } from './verdict.js';
import { writesOf, type Write } from './writes.js';

const WRITERS = 12;
const BETWEEN_MS = 4000;
const READY_MS = 60_000;

interface Tally {
  acknowledged: Write[];
  /** Sent again with the same key after no answer, and acknowledged then. */
  repeated: number;
  refused: Map<number, number>;
}

/** Writes until told to stop. What had no answer is sent again with the same key until it has one. */
async function write(
  port: () => ProductProcess,
  next: () => Write,
  tally: Tally,
  stopped: () => boolean,
): Promise<void> {
  const agent = connections(1);
  let again: Write | undefined;
  while (!stopped() || again) {
    const wish: Write = again ?? next();
    const { status } = await call(port(), wish, agent);
    if (status >= 200 && status < 300) {
      tally.acknowledged.push(wish);
      if (again) tally.repeated++;
      again = undefined;
    } else if (status === 0 || status >= 500) {
      again = wish;
      await sleep(50);
    } else {
      again = undefined;
      tally.refused.set(status, (tally.refused.get(status) ?? 0) + 1);
      if (status === 429) await sleep(200);
    }
  }
  agent.destroy();
}

async function readyAfter(server: ProductProcess): Promise<number> {
  const start = performance.now();
  while (!(await healthy(server.healthPort, '/readyz')).ok) {
    if (performance.now() - start > READY_MS) throw new Error('not ready again');
    await sleep(20);
  }
  return performance.now() - start;
}

async function killPostgres(folder: string): Promise<void> {
  const postmaster = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  for (const pid of postgresProcesses(postmaster)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // ended by itself, its postmaster being gone
    }
  }
}

await onGround(async ({ cluster, loaded, short, say }: Ground, closers) => {
  const ports = { PORT: String(await freePort()), HEALTH_PORT: String(await freePort()), WORKER: 'on' };
  let server = await startProduct(cluster, [], ports);
  closers.push(() => server.stop());
  const tally: Tally = { acknowledged: [], repeated: 0, refused: new Map() };
  let stopped = false;
  const next = writesOf(loaded, randomFrom('kill'));
  const writers = Array.from({ length: WRITERS }, () =>
    write(
      () => server,
      next,
      tally,
      () => stopped,
    ),
  );
  const [apiReady, postgresReady]: [number[], number[]] = [[], []];
  for (let round = 0; round < (short ? 1 : 5); round++) {
    await sleep(short ? 1500 : BETWEEN_MS);
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    const died = performance.now();
    server = await startProduct(cluster, [], ports);
    await readyAfter(server);
    apiReady.push(performance.now() - died);
    say(`API killed: ready after ${Math.round(apiReady.at(-1)!)} ms`);

    await sleep(short ? 1500 : BETWEEN_MS);
    await killPostgres(cluster.folder);
    const { startEmbedded } = await loadProduct();
    await startEmbedded({ dataDir: cluster.folder, say: () => {} });
    postgresReady.push(await readyAfter(server));
    say(`PostgreSQL killed: ready ${Math.round(postgresReady.at(-1)!)} ms after it`);
  }
  await sleep(short ? 500 : BETWEEN_MS);
  stopped = true;
  await Promise.all(writers);
  const found = await examine(cluster.ownerUrl, tally.acknowledged);
  tell('kill', [
    { what: 'writes acknowledged', value: tally.acknowledged.length, min: short ? 5 : 500 },
    { what: 'of them sent again with the same key', value: tally.repeated },
    { what: 'refused by a limit or a rule', value: [...tally.refused.values()].reduce((sum, n) => sum + n, 0) },
    { what: 'kills of the API and of PostgreSQL', value: apiReady.length + postgresReady.length },
    { what: 'acknowledged writes lost', value: found.lost, max: 0 },
    { what: 'writes there twice', value: found.twice, max: 0 },
    { what: 'half-done writes', value: found.half, max: 0 },
    { what: 'threads with wrong counters', value: found.counters, max: 0 },
    { what: 'ready after a start of the API, longest', value: Math.max(...apiReady), unit: 'ms' },
    { what: 'ready after PostgreSQL, longest', value: Math.max(...postgresReady), max: 5000, unit: 'ms' },
  ]);
});

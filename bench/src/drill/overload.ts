import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { signedIn } from '../callers.js';
import { quantile } from '../load.js';
import { pick, randomFrom } from '../random.js';
import { millisecondsBetween, readClocks } from '../processes.js';
import { startProduct, type ProductProcess } from '../servers.js';
import { call, connections, healthy, type Outcome, type Wish } from './call.js';
import { onGround, type Ground } from './ground.js';
import { tell } from './verdict.js';
import { writesOf } from './writes.js';

const TICK_MS = 10;
/** Connections that the proxy of infra/haproxy holds to one process, at most. */
const CONNECTIONS = 256;
/** Requests of nobody's patience: beyond it people have gone. */
const MOST_OPEN = 2000;
const good = ({ status }: Outcome) => status >= 200 && status < 300;
const ascending = (outcomes: Outcome[]) => outcomes.map(({ ms }) => ms).toSorted((left, right) => left - right);

/** So many connections, each asking again when it was answered, for so many seconds. */
async function closed(server: ProductProcess, next: () => Wish, seconds: number): Promise<Outcome[]> {
  const agent = connections(16);
  const outcomes: Outcome[] = [];
  const end = performance.now() + seconds * 1000;
  const caller = async () => {
    while (performance.now() < end) outcomes.push(await call(server, next(), agent));
  };
  await Promise.all(Array.from({ length: 16 }, caller));
  agent.destroy();
  return outcomes;
}

/** Requests at a rate that does not heed the answers, as people arrive. */
async function arriving(
  server: ProductProcess,
  next: () => Wish,
  rate: number,
  seconds: number,
): Promise<{ outcomes: Outcome[]; inTime: number }> {
  const agent = connections(CONNECTIONS);
  await Promise.all(Array.from({ length: CONNECTIONS }, () => call(server, next(), agent)));
  const outcomes: Outcome[] = [];
  const open = new Set<Promise<void>>();
  const start = performance.now();
  for (let sent = 0; ; await sleep(TICK_MS)) {
    const passed = performance.now() - start;
    if (passed >= seconds * 1000) break;
    for (const due = Math.floor((passed / 1000) * rate); sent < due; sent++) {
      if (open.size >= MOST_OPEN) continue; // nobody's socket; counted as sent and not answered well
      const going: Promise<void> = call(server, next(), agent).then((outcome) => {
        outcomes.push(outcome);
        open.delete(going);
      });
      open.add(going);
    }
  }
  const inTime = outcomes.filter(good).length;
  await Promise.all(open);
  agent.destroy();
  return { outcomes, inTime };
}

/** Asks for liveness all the while; milliseconds, ascending. */
async function pulse(server: ProductProcess, stopped: () => boolean): Promise<number[]> {
  const beats: number[] = [];
  while (!stopped()) {
    const { ok, ms } = await healthy(server.healthPort, '/livez');
    beats.push(ok ? ms : Number.POSITIVE_INFINITY);
    await sleep(100);
  }
  return beats.toSorted((left, right) => left - right);
}

/** Seconds until a second of ordinary load is answered without a refusal and at most twice as slowly as before. */
async function normalAgain(server: ProductProcess, next: () => Wish, usual: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const began = performance.now();
    const outcomes = await closed(server, next, 1);
    if (outcomes.every(good) && quantile(ascending(outcomes), 0.95) <= 2 * usual) return (began - start) / 1000;
    if (performance.now() - start > 60_000) return Number.POSITIVE_INFINITY;
  }
}

await onGround(async ({ cluster, loaded, short, say }: Ground, closers) => {
  const server = await startProduct(cluster);
  closers.push(() => server.stop());
  const random = randomFrom('overload');
  const users = [...loaded.places.people.keys()];
  const threads = [...loaded.topics.values()].map(({ mainPost }) => loaded.places.itemOf(mainPost));
  const write = writesOf(loaded, random);
  // Nine in ten read; everybody stays below the limits of a minute, which are not what is drilled.
  const next = (): Wish => {
    if (random() < 0.02) return write();
    const headers = signedIn(pick(random, users), loaded.places).product;
    return { method: 'GET', path: random() < 0.5 ? '/api/threads' : `/api/threads/${pick(random, threads)}`, headers };
  };
  await closed(server, next, short ? 2 : 10);
  const beforeCalm = readClocks([server.pid]);
  const calm = await closed(server, next, short ? 3 : 15);
  const calmly = millisecondsBetween(beforeCalm, readClocks([server.pid]));
  const capacity = calm.filter(good).length / (short ? 3 : 15);
  const usual = quantile(ascending(calm), 0.95);
  say(`capacity ${Math.round(capacity)} requests a second, p95 ${Math.round(usual)} ms`);
  const seconds = short ? 5 : 60;
  const before = readClocks([server.pid]);
  let over = false;
  const own = monitorEventLoopDelay({ resolution: 10 });
  own.enable();
  const beating = pulse(server, () => over);
  const { outcomes, inTime } = await arriving(server, next, 4 * capacity, seconds);
  over = true;
  own.disable();
  const overloaded = millisecondsBetween(before, readClocks([server.pid]));
  const beats = await beating;
  const refused = outcomes.filter(({ status }) => status === 503);
  const again = await normalAgain(server, next, usual);
  const odd = outcomes.filter((outcome) => !good(outcome) && outcome.status !== 503);
  for (const [status, n] of Map.groupBy(odd, ({ status: code }) => code)) say(`status ${status}: ${n.length}`);
  const slow = ascending(refused);
  tell('overload', [
    { what: 'capacity', value: capacity, unit: '/s' },
    { what: 'arriving', value: 4 * capacity, unit: '/s' },
    { what: 'goodput, of capacity', value: (100 * inTime) / seconds / capacity, min: 80, unit: '%' },
    { what: 'answers, p95', value: quantile(ascending(outcomes.filter(good)), 0.95), unit: 'ms' },
    { what: 'refused with 503', value: refused.length, min: 1 },
    {
      what: 'refusals without Retry-After',
      value: refused.filter(({ headers }) => !headers['retry-after']).length,
      max: 0,
    },
    { what: 'refusals, p95', value: quantile(slow, 0.95), max: 100, unit: 'ms' },
    { what: 'refusals, slowest', value: slow.at(-1) ?? 0, unit: 'ms' },
    { what: 'neither answered nor refused', value: odd.length, max: 0 },
    { what: 'liveness, p99', value: quantile(beats, 0.99), max: 250, unit: 'ms' },
    { what: 'liveness, slowest', value: beats.at(-1) ?? Number.POSITIVE_INFINITY, unit: 'ms' },
    { what: 'delay of the drill itself, p95', value: own.percentile(95) / 1e6, unit: 'ms' },
    { what: 'processor of the API meanwhile', value: overloaded / seconds / 10, unit: '%' },
    // What the machine gave to others does not change these two: refusals cost the difference.
    { what: 'processor of the API for an answer, at capacity', value: calmly / calm.filter(good).length, unit: 'ms' },
    { what: 'the same with the refusals', value: overloaded / outcomes.filter(good).length, unit: 'ms' },
    { what: 'normal again after', value: again, max: 5, unit: 's' },
  ]);
});

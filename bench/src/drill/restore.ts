import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { routes, type Route } from '@hat-nhan/contracts';
import { call, connections } from './call.js';
import { makePlace, runCommand, startDemo, stop, type Instance, type Place } from './places.js';
import { tell } from './verdict.js';

/** GET routes whose answer is not the instance's own rows, each with its reason. */
const OTHERWISE: Record<string, string> = {
  'live.changes': 'a place in the log of one server',
  'instance.status': 'the machine and its queues',
  'sessions.list': 'when each device was last used',
};
const ACTORS = [
  'visitor',
  'member',
  'expert',
  'enterprise',
  'representative',
  'moderator',
  'coordinator',
  'administrator',
];
/** Views are counted together every ten seconds: what differs is asked once more when both have. */
const COUNTED_MS = 11_000;
const short = process.argv.includes('--short');

async function cookieOf({ origin }: Instance, actor: string): Promise<string> {
  if (actor === 'visitor') return '';
  const answer = await fetch(`${origin}/demo/sign-in/${actor}`, { redirect: 'manual' });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Everything that looks like an id, a slug or a cursor in what lists tell, by the name that it has there. */
function harvest(value: unknown, into: Map<string, Set<string>>): void {
  if (Array.isArray(value)) for (const inner of value) harvest(inner, into);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'number' && /id$/i.test(key))
        (into.get('id') ?? into.set('id', new Set()).get('id')!).add(String(inner));
      if (typeof inner === 'string' && key === 'slug')
        (into.get('slug') ?? into.set('slug', new Set()).get('slug')!).add(inner);
      harvest(inner, into);
    }
}

/** Addresses of a route: one for each known value of its parameter. */
function addresses(route: Route, known: Map<string, Set<string>>, most: number): string[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const query = route.name.startsWith('search') ? '?q=h%E1%BB%93%20s%C6%A1' : '';
  if (names.length === 0) return [route.path + query];
  const values = [...(known.get(names[0] === 'slug' ? 'slug' : 'id') ?? [])];
  const step = Math.max(1, Math.floor(values.length / most));
  const chosen = values.filter((_, at) => at % step === 0).slice(0, most);
  return chosen.map((value) => names.reduce((path, name) => path.replace(`:${name}`, value), route.path) + query);
}

const plain = (body: string, began: string) =>
  body
    .replace(/"requestId":"[^"]*"/g, '"requestId":"…"')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)"/g, (stamp) => (stamp.slice(1) > began ? '"now"' : stamp));

async function compare(original: Instance, restored: Instance, cookies: Map<string, string>) {
  const began = new Date(Date.now() - 60_000).toISOString();
  const agent = connections(8);
  const reading = routes.filter(
    ({ method, produces, name }) => method === 'GET' && produces === 'json' && !OTHERWISE[name],
  );
  const get = async (from: Instance, path: string, cookie: string) => {
    const { status, body } = await call(from, { method: 'GET', path, headers: cookie ? { cookie } : {} }, agent);
    return `${status} ${plain(body.replaceAll(from.origin, 'ORIGIN'), began)}`;
  };
  const known = new Map<string, Set<string>>();
  for (const route of reading.filter(({ path }) => !path.includes(':')))
    for (const cookie of cookies.values()) {
      const path = addresses(route, known, 1)[0]!;
      // Of both: what is refused stands in the log that administrators read.
      const [told] = await Promise.all([get(original, path, cookie), get(restored, path, cookie)]);
      if (told!.startsWith('200')) harvest(JSON.parse(told!.slice(4)), known);
    }
  const count = { routes: reading.length, answers: 0, found: 0, limited: 0, bytes: 0 };
  const different: { actor: string; path: string }[] = [];
  const one = async (actor: string, path: string) => {
    const cookie = cookies.get(actor)!;
    const [left, right] = await Promise.all([get(original, path, cookie), get(restored, path, cookie)]);
    return { left, same: left === right, right };
  };
  for (const actor of cookies.keys())
    for (const route of reading)
      for (const path of addresses(route, known, short ? 8 : 24)) {
        const { left, same } = await one(actor, path);
        count.answers++;
        count.bytes += left.length;
        if (left.startsWith('200')) count.found++;
        if (left.startsWith('429')) count.limited++;
        if (!same) different.push({ actor, path });
      }
  if (different.length > 0) await sleep(COUNTED_MS);
  let left = 0;
  for (const { actor, path } of different) {
    const again = await one(actor, path);
    if (again.same) continue;
    left++;
    console.error(`${actor} ${path}\n  original ${again.left.slice(0, 400)}\n  restored ${again.right.slice(0, 400)}`);
  }
  agent.destroy();
  return { ...count, different: left };
}

/** Tries what must be refused, and gives how many were not, or not in one line. */
async function tryRefused(place: Place, backup: string): Promise<number> {
  const [cut, newer] = [`${backup}.cut`, `${backup}.newer`];
  await writeFile(cut, await readFile(backup));
  await truncate(cut, (await stat(cut)).size - 1000);
  const tar = gunzipSync(await readFile(backup));
  tar.write('"format": 7', tar.lastIndexOf('"format": 1'));
  await writeFile(newer, gzipSync(tar));
  let taken = 0;
  for (const path of [cut, newer, backup]) {
    const refusal = await runCommand('restore.js', [path], place).then(
      () => undefined,
      (error: { stderr: string }) => error.stderr.trim(),
    );
    if (refusal === undefined || refusal.includes('\n')) taken++;
    console.error(`  ${refusal ?? `taken: ${path}`}`);
  }
  return taken;
}

const folder = await mkdtemp(join(tmpdir(), 'hat-nhan-drill-'));
const open: Instance[] = [];
const places: Place[] = [];
try {
  const backup = join(folder, 'instance.backup');
  for (const name of ['original', 'restored']) places.push(await makePlace(join(folder, name)));
  const [from, to] = places as [Place, Place];
  const original = await startDemo(from);
  open.push(original);
  const cookies = new Map<string, string>();
  for (const actor of ACTORS) cookies.set(actor, await cookieOf(original, actor));
  let since = performance.now();
  await runCommand('backup.js', ['--to', backup], from); // while it runs
  const backedUp = performance.now() - since;
  since = performance.now();
  await runCommand('restore.js', [backup], to);
  const restoredIn = performance.now() - since;
  const restored = await startDemo(to);
  open.push(restored);
  const taken = await tryRefused(to, backup); // what follows shows whether they left it untouched
  const count = await compare(original, restored, cookies);
  tell('restore', [
    { what: 'size of the backup', value: (await stat(backup)).size / 1e6, unit: 'MB' },
    { what: 'backup of the running instance', value: backedUp, unit: 'ms' },
    { what: 'restore', value: restoredIn, unit: 'ms' },
    { what: 'damaged, newer, onto what is there: not refused in one line', value: taken, max: 0 },
    { what: 'routes walked', value: count.routes, min: 20 },
    { what: 'answers compared', value: count.answers, min: 300 },
    { what: 'of them found (200)', value: count.found, min: 200 },
    { what: 'of them refused by a limit, which prove nothing', value: count.limited, max: 0 },
    { what: 'kilobytes compared', value: count.bytes / 1000 },
    { what: 'answers that differ', value: count.different, max: 0 },
  ]);
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
} finally {
  for (const instance of open) await stop(instance);
  for (const place of places) await place.remove();
  await rm(folder, { recursive: true, force: true });
}

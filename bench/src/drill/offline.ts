import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { call, connections, type Outcome } from './call.js';
import { tell } from './verdict.js';

/** Install, upgrade, and back again, on a machine of its own without network: namespaces of root, with a folder of theirs over each that is written to. */
const HERE = fileURLToPath(import.meta.url);
const ORIGIN = 'https://mang-luoi.example.vn';
const EMAIL = 'an.tran@example.vn';
const [inside, folder = mkdtempSync(join(tmpdir(), 'hat-nhan-offline-'))] = process.argv.slice(2);

const took = <T>(act: () => T): [T, number] => {
  const since = performance.now();
  return [act(), performance.now() - since];
};
/** A script of the bundle; what it said goes on, since somebody may have to read why. */
function script(bundle: string, name: string, args: string[] = []) {
  const { status, stdout, stderr } = spawnSync(join(bundle, name), args, { encoding: 'utf8', cwd: bundle });
  process.stderr.write(`${stdout}${stderr}`.replace(/^/gm, '  '));
  return { ok: status === 0, said: stdout, complaint: stderr.trim() };
}

/** On a connection of its own: between two questions the server may have been another one. */
async function ask(method: string, path: string, body?: object, cookie = ''): Promise<Outcome> {
  const agent = connections(1);
  const headers = { 'x-forwarded-proto': 'https', origin: ORIGIN, cookie };
  const target = { port: 3000, headers: { host: new URL(ORIGIN).host } };
  return call(target, { method, path, headers, ...(body && { body }) }, agent).finally(() => agent.destroy());
}
/** Whether that release serves, and knows whom the first one knew. */
async function serves(release: string, cookie: string): Promise<boolean> {
  const answer = await ask('GET', '/api/session', undefined, cookie);
  const running = execFileSync('readlink', ['-f', '/opt/hat-nhan'], { encoding: 'utf8' }).trim();
  return running === `/opt/hat-nhan-${release}` && answer.status === 200 && answer.body.includes('Trần Văn An');
}

/** The same bundle as another release, with `change` in it and checksums that say so. */
function release(bundle: string, name: string, change: (program: string) => void): string {
  const other = join(folder, name);
  execFileSync('cp', ['-a', '--reflink=auto', bundle, other]);
  change(join(other, 'program'));
  writeFileSync(join(other, 'RELEASE'), `${name}\n`);
  execFileSync('sh', ['-c', 'find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum > SHA256SUMS'], {
    cwd: other,
  });
  return other;
}
const rewrite = (path: string, from: RegExp, to: string) => {
  const text = readFileSync(path, 'utf8');
  if (!from.test(text)) throw new Error(`${path}: nothing to change`);
  writeFileSync(path, text.replace(from, to));
};

async function walk(): Promise<void> {
  execFileSync('sh', ['-euc', `
    ip link set lo up
    for place in /opt /var/lib /var/backups /run; do mkdir -p "$0$place"; mount --bind "$0$place" "$place"; done
    mkdir -p "$0/etc"; cp -a /etc/. "$0/etc"; mount --bind "$0/etc" /etc`, join(folder, 'machine')]); // prettier-ignore
  const unreachable = await fetch('https://registry.npmjs.org', { signal: AbortSignal.timeout(3000) }).then(
    () => 0,
    () => 1,
  );
  const archive = join(folder, 'bundle.tar.gz');
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  const first = readdirSync(folder).find((name) => name.startsWith('hat-nhan-'))!;
  const bundle = join(folder, first);
  const args = ['--origin', ORIGIN, '--email', EMAIL, '--name', 'Trần Văn An'];
  let untold = 0; // refusals that are not one line, or none at all
  const refused = (other: string, name: string, given: string[] = []) => {
    const { ok, complaint } = script(other, name, given);
    if (ok || complaint.includes('\n') || complaint === '') untold++;
  };

  const damaged = release(bundle, '9.damaged', () => {});
  appendFileSync(join(damaged, 'program/package.json'), ' ');
  refused(damaged, 'install.sh', args);
  refused(bundle, 'upgrade.sh');
  const [installed, installMs] = took(() => script(bundle, 'install.sh', args));
  const token = /\/loi-moi#([\w-]{43})/.exec(installed.said)?.[1] ?? '';
  const joined = await ask('POST', '/api/invitation/accept', {
    token,
    name: 'Trần Văn An',
    title: 'Giám đốc',
    unit: '',
  });
  const cookie = (joined.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const current = first.replace('hat-nhan-', '');
  const atFirst = await serves(current, cookie);
  refused(bundle, 'install.sh', args);
  refused(bundle, 'upgrade.sh');

  /** One more migration than the first release has. */
  const last = (program: string, sql: string) =>
    rewrite(
      join(program, 'apps/api/dist/migrations/migrate.js'),
      /export const migrations = \[([^\]]*?),?\s*\];/,
      `class Later2790000000000 { async up(runner) { await runner.query(${JSON.stringify(sql)}); } }
       export const migrations = [$1, Later2790000000000];`,
    );
  const failing = release(bundle, '9.1-failing-step', (program) => last(program, 'select 1 / 0'));
  const afterStep = !script(failing, 'upgrade.sh').ok && (await serves(current, cookie));
  const broken = release(bundle, '9.2-broken', (program) =>
    writeFileSync(join(program, 'apps/api/dist/main.js'), 'process.exit(1);'),
  );
  const [back, backMs] = took(() => script(broken, 'upgrade.sh'));
  const afterBack = !back.ok && (await serves(current, cookie));
  const next = release(bundle, '9.3', (program) => last(program, 'create table drill_later (id int)'));
  const [upgraded, upgradeMs] = took(() => script(next, 'upgrade.sh'));
  const afterUpgrade = upgraded.ok && (await serves('9.3', cookie));

  const registry = join(folder, 'registry');
  cpSync(join(bundle, 'program/apps/api/dist/registries/data'), registry, { recursive: true });
  writeFileSync(join(registry, 'edition.json'), '{ "edition": "2999-01-01" }');
  appendFileSync(
    join(registry, 'organisations.csv'),
    'BDRILL,Bộ Diễn tập,Ministry of Drills,BDT,ministry,,,2999-01-01,,,Diễn tập,Drill\n',
  );
  execFileSync('tar', ['-czf', '/var/backups/registry.tar.gz', '-C', registry, '.']);
  execFileSync('runuser', ['-u', 'hat-nhan-backup', '--', '/opt/hat-nhan/node_modules/.bin/node', '--env-file=/etc/hat-nhan/owner.env',
    '/opt/hat-nhan/apps/api/dist/admin.js', 'import-registry', '/var/backups/registry.tar.gz'], { stdio: ['ignore', 'inherit', 'inherit'] }); // prettier-ignore
  const found = await ask('GET', `/api/organisations?q=${encodeURIComponent('Bộ Diễn tập')}`);
  const copies = readdirSync('/var/backups/hat-nhan').filter((name) => name.endsWith('.backup'));
  const yes = (truth: boolean) => ({ value: truth ? 1 : 0, min: 1 });
  tell('offline', [
    { what: 'no network', value: unreachable, min: 1 },
    { what: 'size of the bundle', value: statSync(archive).size / 1e6, unit: 'MB' },
    { what: 'install', value: installMs / 1000, unit: 's', max: 120 },
    { what: 'installed, and the printed invitation signs in', ...yes(installed.ok && atFirst) },
    { what: 'a step that fails leaves the old release serving', ...yes(afterStep) },
    { what: 'a release that does not start goes back by itself', ...yes(afterBack) },
    { what: 'back again', value: backMs / 1000, unit: 's', max: 180 },
    { what: 'upgraded, sessions and people kept', ...yes(afterUpgrade) },
    { what: 'upgrade', value: upgradeMs / 1000, unit: 's', max: 120 },
    { what: 'backups made by upgrades', value: copies.length, min: 3 },
    { what: 'registry of a file found', ...yes(found.body.includes('BDRILL')) },
    { what: 'damaged, not newer, twice, too early: not refused in one line', value: untold, max: 0 },
  ]);
}

if (inside === '--inside') {
  await walk();
  process.exit();
}
try {
  const bundle = fileURLToPath(new URL('../../../infra/offline/bundle.mjs', import.meta.url));
  execFileSync(process.execPath, [bundle, '--to', join(folder, 'bundle.tar.gz')], { stdio: 'inherit' });
  execFileSync('chmod', ['755', folder]);
  const { status } = spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child',
    'sh', '-c', '"$@"; exit $?', 'sh', process.execPath, HERE, '--inside', folder], { stdio: 'inherit' }); // prettier-ignore
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

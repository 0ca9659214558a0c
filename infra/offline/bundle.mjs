// One file for a server without internet: Node, PostgreSQL, application, modules, registries, units, checksums. Run by `npm run bundle`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, mkdtempSync, mkdirSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const minute = new Date().toISOString().replace(/\D/g, '').slice(0, 12);
const { values } = parseArgs({ options: { to: { type: 'string' } } });
const release = `${manifest.version}-${minute}`;
const name = `hat-nhan-${release}`;
const target = resolve(values.to ?? `${name}-${process.platform}-${process.arch}.tar.gz`);

const run = (command, args, options = {}) => execFileSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
const stage = mkdtempSync(join(tmpdir(), 'hat-nhan-bundle-'));
try {
  const folder = join(stage, name);
  const program = join(folder, 'program');
  mkdirSync(program, { recursive: true });
  // As npm laid them out, without what only building and testing need.
  run('cp', ['-a', '--reflink=auto', join(root, 'node_modules'), program]);
  const parts = ['packages/contracts', 'packages/vietnamese', 'packages/markdown', 'apps/api'];
  for (const part of parts)
    for (const inner of ['package.json', 'dist', ...(part === 'apps/api' ? ['node_modules'] : [])])
      cpSync(join(root, part, inner), join(program, part, inner), { recursive: true, verbatimSymlinks: true });
  cpSync(join(root, 'apps/web/dist'), join(program, 'apps/web/dist'), { recursive: true });
  for (const part of ['package-lock.json', '.env.example', 'docs/runbooks', 'infra/systemd', 'infra/haproxy'])
    cpSync(join(root, part), join(program, part), { recursive: true });
  const { devDependencies: _, ...shipped } = manifest;
  writeFileSync(join(program, 'package.json'), JSON.stringify({ ...shipped, workspaces: ['packages/*', 'apps/api'] }, null, 2));
  run('npm', ['prune', '--omit=dev', '--ignore-scripts', '--offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: program,
  });
  run('sh', [
    '-c',
    `rm -rf node_modules/node-linux-*/include node_modules/node-linux-*/share
     find . -name '*.map' -delete; find node_modules -name '*.d.ts' -delete; find . -name .turbo -prune -exec rm -rf {} +`,
  ], { cwd: program });
  // Both must run here, as they will there.
  const node = join(program, 'node_modules/.bin/node');
  run(node, ['--input-type=module', '-e', `import { findBinaries } from './apps/api/dist/platform/postgres-binaries.js'; findBinaries(undefined, () => {});`], { cwd: program });
  for (const part of ['install.sh', 'upgrade.sh', 'common.sh', 'README.md']) cpSync(join(root, 'infra/offline', part), join(folder, part));
  writeFileSync(join(folder, 'RELEASE'), `${release}\n`);
  run('sh', ['-c', `find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum > SHA256SUMS`], { cwd: folder });
  mkdirSync(dirname(target), { recursive: true });
  run('tar', ['-czf', target, '--sort=name', '--owner=0', '--group=0', '-C', stage, name]);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
const hash = createHash('sha256');
await pipeline(createReadStream(target), hash);
console.log(`${target}\nSHA-256 ${hash.digest('hex')}  ${basename(target)}`);

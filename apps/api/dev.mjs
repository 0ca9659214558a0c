// npm run dev: swc compiles what changes here and tsc what changes in packages/, node starts the demo again; a reload takes
// about two seconds. Types are `npm run check`.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const swc = require.resolve('@swc/cli/bin/swc.js');
const watched = ['dist', ...readdirSync('../../packages').map((name) => `../../packages/${name}/dist`)];
const children = [
  spawn(process.execPath, [swc, 'src', '-d', 'dist', '--strip-leading-paths', '--watch', '--quiet'], {
    stdio: 'inherit',
  }),
  spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', ...watched.map((path) => `--watch-path=${path}`), 'dist/start.js'],
    {
      stdio: 'inherit',
      env: { DATA_DIR: '../../.data', ...process.env },
    },
  ),
];
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of children) child.on('exit', stop);

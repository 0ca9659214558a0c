// npm run two-worlds -- --worlds 200 [--seed 7]: the visibility spec on as many random worlds as asked.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { worlds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const run = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, 'test/visibility'], {
  stdio: 'inherit',
  env: { ...process.env, WORLDS: values.worlds, WORLD_SEED: values.seed },
});
process.exit(run.status ?? 1);

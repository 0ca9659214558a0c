import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { holds } from './verdict.js';

const drill = (name: string) =>
  promisify(execFile)(process.execPath, [
    fileURLToPath(new URL(`../../dist/drill/${name}.js`, import.meta.url)),
    '--short',
  ]);

describe('a bound', () => {
  test('is kept up to its limit, and by no number that is none', () => {
    expect([4, 5, 6, Number.NaN, Number.POSITIVE_INFINITY].map((value) => holds({ what: '', value, max: 5 }))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([79, 80].map((value) => holds({ what: '', value, min: 80 }))).toEqual([false, true]);
  });
});

describe('the short form of the drill', () => {
  test('kill keeps every bound', async () => {
    const { stdout } = await drill('kill');
    expect(stdout).toContain('"what":"acknowledged writes lost","value":0');
  }, 120_000);

  test('shutdown keeps every bound', async () => {
    const { stdout } = await drill('shutdown');
    expect(stdout).toContain('"what":"requests dropped","value":0');
  }, 120_000);
});

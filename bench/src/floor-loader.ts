import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Corpus } from './corpus.js';

const LOADER = fileURLToPath(new URL('../floor/load.mjs', import.meta.url));

/** Writes the corpus into the floor's tables with the floor's own loader. */
export async function loadFloor(floorUrl: string, corpus: Corpus): Promise<void> {
  const env = { ...process.env, DATABASE_URL: floorUrl };
  const child = spawn(process.execPath, [LOADER, '--cases', '0', corpus.file], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise<number | null>((ended) => child.once('exit', ended));
  if (code !== 0) throw new Error(`load.mjs ended with ${code}`);
}

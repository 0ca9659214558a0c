import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readStore, roleOf } from '../platform/config.js';
import { runningEmbedded, startEmbedded } from '../platform/embedded-postgres.js';
import { takeLock } from '../platform/launch-lock.js';
import { StartupError } from '../platform/startup-error.js';
import { folderStore, type FileStore } from './file-store.js';

/** The instance that the settings name, seen by its owner. */
export interface Instance {
  ownerUrl: string;
  appRole: string;
  files: FileStore;
  close(): Promise<void>;
}

type Env = Record<string, string | undefined>;
type Say = (line: string) => void;

/** Where the settings say that files lie. The client of S3 is large: it is loaded where it is set. */
const openFiles = async (dataDir: string, s3Url: string): Promise<FileStore> =>
  s3Url === '' ? folderStore(dataDir) : (await import('./s3-store.js')).s3Store(s3Url);

/** An instance to read: on an external server, in our own PostgreSQL that runs, or in one started for this alone. */
export async function openToRead(env: Env, say: Say): Promise<Instance> {
  const { migrateUrl, appRole, dataDir, s3Url } = readStore(env);
  const files = await openFiles(dataDir, s3Url);
  const close = async () => files.close();
  if (migrateUrl !== '') return { ownerUrl: migrateUrl, appRole, files, close };
  if (!existsSync(join(dataDir, 'postgres')))
    throw new StartupError(
      `Không có dữ liệu trong ${dataDir}; hãy đặt DATA_DIR, hoặc MIGRATE_URL tới PostgreSQL bên ngoài`,
      'no data there: set DATA_DIR or MIGRATE_URL',
    );
  const running = await runningEmbedded(dataDir);
  return running ? { ownerUrl: running, appRole, files, close } : startAlone(dataDir, files, say);
}

/** An instance to fill: nobody else may work in its folder meanwhile. */
export async function openToFill(env: Env, say: Say): Promise<Instance> {
  const { migrateUrl, appRole, dataDir, s3Url } = readStore(env);
  const files = await openFiles(dataDir, s3Url);
  if (migrateUrl !== '') return { ownerUrl: migrateUrl, appRole, files, close: async () => files.close() };
  return startAlone(dataDir, files, say);
}

async function startAlone(dataDir: string, files: FileStore, say: Say): Promise<Instance> {
  mkdirSync(dataDir, { recursive: true });
  const lock = takeLock(dataDir);
  try {
    const { ownerUrl, appUrl, stop } = await startEmbedded({ dataDir, say });
    const close = async () => {
      files.close();
      await stop();
      lock.release();
    };
    return { ownerUrl, appRole: roleOf(appUrl), files, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

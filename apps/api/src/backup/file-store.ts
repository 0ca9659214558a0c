import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where the files of an instance lie, as far as a backup has to know. */
export interface FileStore {
  /** Every file by its name, without an order. */
  list(): AsyncIterable<{ name: string; bytes: number }>;
  read(name: string): Readable;
  /** Keeps a file aside until `keep`; names are those of `list`. */
  put(name: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** Gives all that was put its place at once. */
  keep(): Promise<void>;
  /** Takes away all that was put, kept or not. */
  discard(): Promise<void>;
  /** Lets go of connections. */
  close(): void;
}

/** The folder in which a file lies, in a data folder and in a backup: so both kinds of store read the same names. */
export const nameOf = (key: string) => `${key.slice(0, 2)}/${key}`;

/** For rows that go alone: the files stay where they lie. */
export const noFiles: FileStore = {
  async *list() {},
  read: (name) => {
    throw new Error(`No file ${name} is kept here`);
  },
  put: (name) => Promise.reject(new Error(`No file ${name} is expected here`)),
  keep: async () => {},
  discard: async () => {},
  close() {},
};

/** Files of the folder `files` in the data folder. */
export function folderStore(dataDir: string): FileStore {
  const [folder, aside] = [join(dataDir, 'files'), join(dataDir, 'files.restoring')];
  let kept = false;
  return {
    async *list() {
      const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      });
      // What is still coming in belongs to nothing yet.
      const arrived = found.filter((one) => one.isFile() && !one.parentPath.startsWith(join(folder, 'incoming')));
      for (const entry of arrived) {
        const path = join(entry.parentPath, entry.name);
        // One that is taken away at this moment belongs to nothing that the backup shows.
        const size = await stat(path).then(
          (one) => one.size,
          () => undefined,
        );
        const name = path
          .slice(folder.length + 1)
          .split(sep)
          .join('/');
        if (size !== undefined) yield { name, bytes: size };
      }
    },
    read: (name) => createReadStream(join(folder, name)),
    async put(name, content) {
      const path = join(aside, name);
      if (!path.startsWith(aside + sep)) throw new Error(`A file out of place: ${name}`);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(content, createWriteStream(path, { mode: 0o600, flush: true }));
    },
    async keep() {
      await mkdir(aside, { recursive: true, mode: 0o700 });
      await rename(aside, folder); // fails where a file is there already
      kept = true;
    },
    discard: () => rm(kept ? folder : aside, { recursive: true, force: true }),
    close() {},
  };
}

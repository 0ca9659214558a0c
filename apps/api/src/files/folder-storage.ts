import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Storage, type Part } from './storage.js';

/** Files in a folder on the disk that they arrive on, spread over 256 folders by the first letters of their keys. */
export class FolderStorage extends Storage {
  constructor(private readonly folder: string) {
    super();
  }

  private pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), key);
  }

  async put(key: string, path: string): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(dirname(target), { recursive: true });
    const file = await open(path, 'r+');
    await file.sync().finally(() => file.close());
    await rename(path, target);
  }

  async read(key: string, part?: Part): Promise<Readable> {
    // Opened before the answer begins, so that what is not there is told in time.
    const file = await open(this.pathOf(key), 'r');
    return createReadStream('', { fd: file, ...part });
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }
}

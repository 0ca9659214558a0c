import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { StartupError } from '../platform/startup-error.js';
import { FILES, readRegistry, type Registry } from './files.js';

/** Far beyond what all organisations of the country need. */
const MOST_BYTES = 20_000_000;

/**
 * Reads a registry from one file, a tar compressed by gzip of what `registries/data` holds. Throws StartupError of one line
 * for what is damaged, incomplete, too large or not valid.
 */
export async function readArchive(path: string): Promise<Registry> {
  const found = await unpack(path).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof StartupError || error.path !== undefined) throw error;
    throw notOne(path, error.message);
  });
  return readRegistry((name) => {
    const text = found.get(name);
    if (text === undefined) throw notOne(path, `thiếu ${name}`);
    return text;
  });
}

async function unpack(path: string): Promise<Map<string, string>> {
  const entries = extract();
  const flow = pipeline(createReadStream(path), createGunzip(), entries);
  flow.catch(() => {}); // told by the loop
  const found = new Map<string, string>();
  let bytes = 0;
  for await (const entry of entries) {
    const name = basename(entry.header.name);
    const chunks: Buffer[] = [];
    for await (const chunk of entry as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw notOne(path, 'quá lớn');
      chunks.push(chunk);
    }
    if ((FILES as readonly string[]).includes(name)) found.set(name, Buffer.concat(chunks).toString());
  }
  await flow;
  return found;
}

const notOne = (path: string, why: string) =>
  new StartupError(
    `${path} không phải là danh mục của Hạt Nhân: ${why}; chưa thay đổi gì`,
    'is no registry file; nothing was changed',
  );

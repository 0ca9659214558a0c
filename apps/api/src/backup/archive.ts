import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { damaged, MANIFEST, readManifest, type Manifest } from './manifest.js';

/** A tar of named entries, compressed by gzip: what `tar -tzf` can list. Written beside its place, so that half a backup never has its name. */
export class ArchiveWriter {
  readonly entries: Manifest['entries'] = [];
  private readonly tar = pack();
  private readonly written: Promise<void>;

  constructor(private readonly path: string) {
    const file = createWriteStream(this.partial, { mode: 0o600, flags: 'w' });
    this.written = pipeline(this.tar, createGzip(), file);
    this.written.catch(() => {}); // told by finish, or by the entry that is being written
  }

  private get partial(): string {
    return `${this.path}.part`;
  }

  /** Adds an entry of so many bytes; waits until they have been taken. */
  async add(name: string, bytes: number, content: Buffer | Readable): Promise<void> {
    const hash = createHash('sha256');
    const counted = (async function* () {
      for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
        hash.update(chunk as Buffer);
        yield chunk as Buffer;
      }
    })();
    const entry = this.tar.entry({ name, size: bytes, mode: 0o600, mtime: new Date(0) });
    await Promise.race([pipeline(Readable.from(counted), entry), this.written.then(() => undefined)]);
    this.entries.push({ name, bytes, sha256: hash.digest('hex') });
  }

  /** Writes the manifest and gives the file its name, once every byte is on the disk. */
  async finish(manifest: Manifest): Promise<void> {
    const json = Buffer.from(JSON.stringify(manifest, null, 1));
    await this.add(MANIFEST, json.length, json);
    this.tar.finalize();
    await this.written;
    const file = await open(this.partial, 'r+');
    await file.sync().finally(() => file.close());
    await rename(this.partial, this.path);
  }

  /** Takes away what was written. */
  async abandon(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => {});
    await rm(this.partial, { force: true });
  }
}

/** One entry; it must be read to its end before the next comes. */
export interface Entry extends AsyncIterable<Buffer> {
  header: { name: string };
}

/** The entries of an archive, in their order. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const entries = extract();
  const flow = pipeline(createReadStream(path), createGunzip(), entries);
  flow.catch(() => {}); // told by the loop
  for await (const entry of entries) yield entry as Entry;
  await flow;
}

/** Reads an entry and gives its text; for small ones. */
export async function textOf(entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/**
 * Reads the whole archive once and holds every entry against the manifest, writing nothing. Throws StartupError of one
 * line for what is damaged, cut short, or newer than `known` migrations.
 */
export async function verify(path: string, known: readonly string[]): Promise<Manifest> {
  const found: Manifest['entries'] = [];
  let json: string | undefined;
  try {
    for await (const entry of entriesOf(path)) {
      const name = entry.header.name;
      if (name === MANIFEST) json = await textOf(entry);
      else found.push({ name, ...(await digestOf(entry)) });
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw error;
    throw damaged(path, message, error);
  }
  if (json === undefined) throw damaged(path, `không có ${MANIFEST}`);
  const manifest = readManifest(path, json, known);
  const { entries } = manifest;
  const wrong = entries.find(({ bytes, sha256 }, at) => found[at]?.bytes !== bytes || found[at]?.sha256 !== sha256);
  if (wrong) throw damaged(path, wrong.name);
  if (entries.some(({ name }, at) => found[at]!.name !== name) || found.length !== entries.length)
    throw damaged(path, 'danh sách tệp không khớp');
  return manifest;
}

async function digestOf(entry: Entry): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of entry) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}

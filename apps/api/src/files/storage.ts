import type { Readable } from 'node:stream';

/** Part of a file: first and last byte, both counted from 0. */
export interface Part {
  start: number;
  end: number;
}

/** Where the bytes of files lie, each under its random key. Nothing here knows names, types or readers. */
export abstract class Storage {
  /** Keeps the file at `path`, which may be taken away; it is there whole when this returns, and replaces an earlier one. */
  abstract put(key: string, path: string): Promise<void>;
  /** The bytes, or a part of them. Throws when there is nothing under the key. */
  abstract read(key: string, part?: Part): Promise<Readable>;
  /** Removes the bytes; nothing happens where there are none. */
  abstract remove(key: string): Promise<void>;
}

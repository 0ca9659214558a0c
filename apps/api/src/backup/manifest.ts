import { z } from 'zod';
import { StartupError } from '../platform/startup-error.js';

/** Rises when an older release could not read what a newer one writes. */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';

const count = z.int().nonnegative();

const manifest = z.object({
  format: z.int().positive(),
  /** Of the product that wrote it. */
  version: z.string(),
  /** Names of the migrations of its database, in their order. */
  migrations: z.array(z.string()).min(1),
  /** The moment that it shows. */
  at: z.string(),
  postgres: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: count })),
  /** The next number of each sequence, and whether its last one was given out. */
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  /** The oldest event whose work in the queues was not done; null: none. The queues themselves are not kept. */
  unfinished: z.string().nullable(),
  files: count,
  /** SHA-256 in hex of every other entry, in the order of the archive. */
  entries: z.array(z.object({ name: z.string(), bytes: count, sha256: z.string() })),
});

/** What a backup says of itself; the last entry of its archive, so that a file cut short has none. */
export type Manifest = z.output<typeof manifest>;

/** Nothing was changed, whatever the reason. */
const refused = (vi: string, en: string, cause?: unknown) =>
  new StartupError(`${vi}; chưa thay đổi gì`, `${en}; nothing was changed`, { cause });

/** The file can not be trusted: damaged, cut short, or no backup at all. */
export const damaged = (path: string, why: string, cause?: unknown) =>
  refused(
    `${path} hỏng, thiếu phần cuối hoặc không phải bản sao lưu của Hạt Nhân: ${why}`,
    'damaged, cut short or no backup',
    cause,
  );

/**
 * Reads a manifest and refuses what this release can not restore: another form, or migrations that it does not know.
 * Throws StartupError of one line.
 */
export function readManifest(path: string, json: string, known: readonly string[]): Manifest {
  const told: unknown = parse(path, json);
  const { format, version } = z
    .looseObject({ format: z.int(), version: z.string() })
    .catch({ format: 0, version: '' })
    .parse(told);
  if (format > FORMAT) throw newer(path, version);
  const read = manifest.safeParse(told);
  if (!read.success) throw damaged(path, MANIFEST);
  if (read.data.migrations.some((name) => !known.includes(name))) throw newer(path, version);
  return read.data;
}

function parse(path: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw damaged(path, MANIFEST, cause);
  }
}

const newer = (path: string, version: string) =>
  refused(
    `${path} do bản Hạt Nhân mới hơn (${version}) ghi; hãy cập nhật Hạt Nhân rồi phục hồi`,
    'written by a newer release: update first',
  );

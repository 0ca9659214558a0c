import { z } from 'zod';
import { done, id, line, timestamp } from './common.js';
import { route } from './route.js';

/** Bytes of the largest file. */
export const FILE_LIMIT = 25 * 1024 * 1024;
/** Files of one post. */
export const POST_FILES = 5;

/** What a file's name may end with, and its type. What it holds is looked at as well. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
} as const;
export type FileEnding = keyof typeof FILE_TYPES;

/** The end of a file's name, where it is one of those accepted. */
export function endingOf(name: string): FileEnding | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(FILE_TYPES, ending) ? (ending as FileEnding) : undefined;
}

/** The random name of a file: nobody guesses one, and whoever knows it is still asked who he is. */
export const fileKey = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'format');
/** The files of a post, in their order. */
export const fileKeys = z
  .array(fileKey)
  .max(POST_FILES)
  .refine((keys) => new Set(keys).size === keys.length, { params: { code: 'choice' } });
const fileParams = z.strictObject({ key: fileKey });

/** A file under a post; width and height only for pictures. */
export const file = z.object({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type File = z.infer<typeof file>;

const name = line(1, 255)
  .refine((text) => !/[/\\]/.test(text), { params: { code: 'characters' } })
  .refine((text) => endingOf(text) !== undefined, { params: { code: 'file-type' } });

export const announce = route('files.announce', {
  method: 'POST',
  path: '/api/files',
  access: 'member',
  summary: 'Announces a file by name and size, before its bytes are sent: refuses at once what would be refused later.',
  body: z.strictObject({
    name,
    bytes: z
      .int()
      .min(1)
      .refine((bytes) => bytes <= FILE_LIMIT, { params: { code: 'file-size' } }),
  }),
  response: z.object({ id, key: z.string() }),
  creates: true,
  problems: ['file-quota', 'disk-full'],
  perMinute: 30,
});

export const upload = route('files.upload', {
  method: 'PUT',
  path: '/api/files/:key/content',
  access: 'member',
  summary:
    'Sends the bytes of an announced file, once more after a cut; they are looked at before anybody can read them.',
  params: fileParams,
  response: file,
  consumes: 'file',
  bodyLimit: FILE_LIMIT,
  problems: ['not-found', 'busy', 'body-too-large', 'unsupported-media-type', 'file-refused', 'disk-full'],
  perMinute: 60,
});

export const own = route('files.own', {
  method: 'GET',
  path: '/api/files',
  access: 'member',
  summary: 'Own files that stand under no post yet; they are removed a day after they were sent.',
  response: z.object({ items: z.array(file.extend({ createdAt: timestamp })) }),
});

export const read = route('files.read', {
  method: 'GET',
  path: '/api/files/:key',
  access: 'anyone',
  summary: 'The bytes of a file, for whoever may read its post now; takes Range and If-None-Match.',
  params: fileParams,
  response: z.string(),
  produces: 'file',
  problems: ['not-found'],
});

export const remove = route('files.remove', {
  method: 'DELETE',
  path: '/api/files/:key',
  access: 'member',
  summary: 'Throws away a file of one’s own that stands under no post.',
  params: fileParams,
  response: done,
  problems: ['not-found'],
});

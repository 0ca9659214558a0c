import { z } from 'zod';

/** Largest number of code points in one post. */
export const POST_LIMIT = 50_000;
export const PAGE_LIMIT = 100;

/** Ids are positive 32-bit numbers; in addresses they are written in decimal. */
export const id = z.int().positive().max(2_147_483_647);
export const idText = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, 'format')
  .transform(Number)
  .pipe(id);
export const idParams = z.strictObject({ id: idText });

/** ISO 8601 with its offset, as PostgreSQL writes it. */
export const timestamp = z.string().meta({ format: 'date-time' });
/** A day without time, YYYY-MM-DD, from 1900 on: PostgreSQL knows no year 0000. */
export const day = z.iso
  .date({ abort: true })
  .refine((text) => text >= '1900-01-01', { params: { code: 'out-of-range' } });

// Control characters, halves of letters, bidi overrides and isolates, and what has no width: none has a place in a name or a title.
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff]|\u034f|[\ufe00-\ufe0f]/u;
// In a text, tab and line ends are fine, and so is ZWJ, which emoji need.
const HIDDEN_IN_TEXT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]/u;
const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');

const codePoints = (text: string) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** One line of plain text: NFC, trimmed, without hidden characters. Lengths in code points. */
export const line = (minimum: number, maximum: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(minimum)
    .refine((text) => codePoints(text) <= maximum, { params: { code: 'too-long', maximum } })
    .refine((text) => !HIDDEN.test(text), { params: { code: 'characters' } })
    .meta({ maxLength: maximum });

/** Several lines of Markdown: NFC, no control or bidi characters, so many that are seen. Lengths in code points. */
export const prose = (minimum: number, maximum = POST_LIMIT) =>
  z
    .string()
    .normalize('NFC')
    .refine((text) => text.replace(ALL_HIDDEN, '').trim().length >= minimum, { params: { code: 'too-short', minimum } })
    .refine((text) => codePoints(text) <= maximum, { params: { code: 'too-long', maximum } })
    .refine((text) => !HIDDEN_IN_TEXT.test(text), { params: { code: 'characters' } })
    .meta({ maxLength: maximum });

/** The key of an address: lower case ASCII, as it is stored. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(
    /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
    'email',
  );

/** A filter in the address bar: "1", "0" or absent. */
export const flag = z.enum(['1', '0']).transform((value) => value === '1');
/** Words typed into a filter. */
export const words = z
  .string()
  .normalize('NFC')
  .trim()
  .max(200)
  .refine((text) => !HIDDEN_IN_TEXT.test(text), { params: { code: 'characters' } });

export const paging = {
  cursor: z.string().max(400).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'format')
    .transform(Number)
    .pipe(z.int().max(PAGE_LIMIT))
    .optional(),
};

/** A page of a list: the items, and the cursor of the next page while there is one. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** What the caller may do with an object now; the page shows what stands here. */
export const can = <const A extends readonly [string, ...string[]]>(...actions: A) =>
  z.object(Object.fromEntries(actions.map((action) => [action, z.boolean()])) as Record<A[number], z.ZodBoolean>);

export const done = z.object({ done: z.literal(true) });
export const created = z.object({ id });

export const locale = z.enum(['vi', 'en']);
export const role = z.enum(['moderator', 'editor', 'coordinator', 'administrator']);

/** Who wrote, as he was then: the name is null where the question is shown without name. */
export const byline = z.object({
  personId: id.nullable(),
  name: z.string().nullable(),
  title: z.string(),
  organisation: z.string(),
  organisationId: id.nullable(),
  /** `interested`: his organisation has a declared interest in the topic. */
  mark: z.enum(['expert', 'enterprise', 'interested']).nullable(),
});
export type Byline = z.infer<typeof byline>;

export const spaceKind = z.enum([
  'public',
  'members',
  'state',
  'cohort',
  'organisation',
  'named',
  'group',
  'conversation',
  'draft',
]);
export type SpaceKind = z.infer<typeof spaceKind>;
/** Where something stands and so who reads it. */
export const audience = z.object({ spaceId: id, kind: spaceKind, name: z.string() });
/** Something with a name in both languages, as links show it. */
export const named = z.object({ id, name: z.string(), nameEn: z.string() });
export const topicLink = z.object({ id, slug: z.string(), name: z.string(), nameEn: z.string() });

import { readFileSync } from 'node:fs';
import { organisations as directory } from '@hat-nhan/contracts';
import { regions } from '@hat-nhan/contracts/regions';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { StartupError } from '../platform/startup-error.js';

/** The files of a registry, by name. */
export const FILES = [
  'edition.json',
  'organisations.csv',
  'successions.csv',
  'province-mapping.json',
  'topics.json',
  'glossary.csv',
] as const;

/** Gives the text of one of them. */
type Read = (name: (typeof FILES)[number]) => string;

const builtIn: Read = (name) => readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8');

/** Sources that the registry itself does not vouch for: these rows say "chưa kiểm chứng". */
const UNVERIFIED = /memory|not verified/i;

const words = z.string().max(2000);
const named = words.trim().min(1).max(300);
const code = z.string().regex(/^[\p{Lu}\d][\p{Lu}\d-]{0,39}$/u);
const optional = <T extends z.ZodType>(schema: T) => z.literal('').transform(() => null).or(schema); // prettier-ignore

const organisationRow = z
  .object({
    code,
    name_vi: named,
    name_en: named,
    abbrev: words,
    kind: directory.organisationKind.exclude(['unit']),
    parent_code: optional(code),
    region: words.refine((region) => region === '' || region in regions),
    valid_from: optional(z.iso.date()),
    valid_to: optional(z.iso.date()),
    successor_code: optional(code),
    source: words,
    source_en: words,
  })
  .transform((row) => ({
    code: row.code,
    name: row.name_vi,
    nameEn: row.name_en,
    abbreviation: row.abbrev,
    kind: row.kind,
    parentCode: row.parent_code,
    region: row.region,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successorCode: row.successor_code,
    source: row.source,
    sourceEn: row.source_en,
    verified: !UNVERIFIED.test(row.source_en),
  }));

const successionRow = z
  .object({ from: code, to: code, scope: named, date: optional(z.iso.date()), verified: words })
  .transform((row) => ({ ...row, verified: row.verified === 'yes' }));

const topicRow = z.object({
  order: z.int().min(1).max(900),
  slug: z.string().regex(/^[a-z0-9-]{2,80}$/),
  name_vi: named,
  name_en: named,
  description_vi: words,
  description_en: words,
  seed_quote_vi: words.nullish(),
});

const abbreviationRow = z
  .object({ abbrev: named, expansion_vi: named, expansion_en: words, synonyms: words })
  .transform((row) => ({
    abbreviation: row.abbrev,
    meaning: row.expansion_vi,
    meaningEn: row.expansion_en,
    synonyms: row.synonyms,
  }));

export type RegisteredOrganisation = z.output<typeof organisationRow>;
export type RegisteredSuccession = z.output<typeof successionRow>;
export type RegisteredTopic = z.output<typeof topicRow>;
export type Abbreviation = z.output<typeof abbreviationRow>;

/** Organisations, who followed whom, topics and abbreviations, as one edition of the files says. */
export interface Registry {
  /** The day of the edition: a later one is newer. */
  edition: string;
  organisations: RegisteredOrganisation[];
  successions: RegisteredSuccession[];
  topics: RegisteredTopic[];
  abbreviations: Abbreviation[];
}

// Meanings that depend on the context and stand in no glossary of their own: both are shown, none is chosen silently.
const BY_CONTEXT: Abbreviation[] = [
  { abbreviation: 'TT', meaning: 'Thông tin', meaningEn: 'information', synonyms: '' },
  { abbreviation: 'TT', meaning: 'Trung tâm', meaningEn: 'centre', synonyms: '' },
  { abbreviation: 'CT', meaning: 'Chương trình', meaningEn: 'programme', synonyms: '' },
  { abbreviation: 'CA', meaning: 'Công an', meaningEn: 'public security', synonyms: '' },
  { abbreviation: 'KH', meaning: 'Khoa học', meaningEn: 'science', synonyms: '' },
  { abbreviation: 'CP', meaning: 'Cổ phần', meaningEn: 'joint stock', synonyms: '' },
];

const refused = (vi: string, en: string, cause?: unknown) =>
  new StartupError(`Danh mục: ${vi}; chưa thay đổi gì`, `registry: ${en}; nothing was changed`, { cause });

function attempt<T>(name: string, parsing: (text: string) => T, text: string): T {
  try {
    return parsing(text);
  } catch (cause) {
    throw refused(`${name} không đọc được`, `${name} cannot be read`, cause);
  }
}

/** Each row by the names of its columns, with the line that it ends on; lines may end as on Windows. */
const parseTable = (text: string) =>
  parse(text, { columns: true, bom: true, info: true, record_delimiter: ['\r\n', '\n'] }) as unknown as {
    record: unknown;
    info: { lines: number };
  }[];

function check<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const field = read.error.issues[0]!.path.join('.');
  throw refused(`${where}: “${field}” chưa đúng`, `${where}: “${field}” is not valid`);
}

/**
 * Reads one edition: that of this release, or what `read` gives. Throws StartupError of one line that names file, row and
 * column of the first thing that cannot be.
 */
export function readRegistry(read: Read = builtIn): Registry {
  const text = (name: Parameters<Read>[0]) => read(name).normalize('NFC');
  const json = (name: Parameters<Read>[0]): unknown => attempt(name, JSON.parse, text(name));
  const table = <T>(name: Parameters<Read>[0], row: z.ZodType<T>): T[] => {
    const rows = attempt(name, parseTable, text(name));
    return rows.map(({ record, info }) => check(row, record, `${name}, dòng ${info.lines}`));
  };
  const organisations = table('organisations.csv', organisationRow);
  demandParents(organisations);
  const listed = table('successions.csv', successionRow);
  const mapping = check(z.record(code, code), json('province-mapping.json'), 'province-mapping.json');
  const successions = [...listed, ...derive(organisations, listed, mapping)];
  demandKnown(organisations, successions);
  const { topics } = check(z.object({ topics: z.array(topicRow) }), json('topics.json'), 'topics.json');
  const slugs = new Set(topics.map(({ slug }) => slug));
  if (slugs.size < topics.length) throw refused('topics.json: hai chủ đề trùng địa chỉ', 'topics.json: a slug twice');
  return {
    edition: check(z.object({ edition: z.iso.date() }), json('edition.json'), 'edition.json').edition,
    organisations,
    successions,
    topics,
    abbreviations: [...table('glossary.csv', abbreviationRow), ...BY_CONTEXT],
  };
}

/** Steps that only the organisations' own column or the mapping of provinces says. */
function derive(
  organisations: readonly RegisteredOrganisation[],
  listed: readonly RegisteredSuccession[],
  mapping: Record<string, string>,
): RegisteredSuccession[] {
  const known = new Set(listed.map(({ from, to }) => `${from} ${to}`));
  return organisations.flatMap((organisation): RegisteredSuccession[] => {
    const { code: from, successorCode, validTo: date, verified } = organisation;
    const successors = new Set([successorCode, mapping[from]].filter((to): to is string => Boolean(to)));
    const missing = [...successors].filter((to) => !known.has(`${from} ${to}`));
    return missing.map((to) => ({ from, to, scope: 'main', date, verified }));
  });
}

/** Every code once, every parent there, none above itself. */
function demandParents(organisations: readonly RegisteredOrganisation[]): void {
  const parentOf = new Map<string, string | null>();
  for (const { code: own, parentCode } of organisations) {
    if (parentOf.has(own)) throw refused(`mã ${own} có hai lần`, `the code ${own} stands twice`);
    parentOf.set(own, parentCode);
  }
  for (const { code: own } of organisations) {
    const above = new Set<string>();
    for (let at: string | null | undefined = own; at; at = parentOf.get(at)) {
      if (!parentOf.has(at)) throw refused(`${own} ở dưới mã lạ ${at}`, `${own} is below an unknown code, ${at}`);
      if (above.has(at)) throw refused(`${own} ở trên chính mình`, `${own} is above itself`);
      above.add(at);
    }
  }
}

function demandKnown(organisations: readonly RegisteredOrganisation[], steps: readonly RegisteredSuccession[]): void {
  const codes = new Set(organisations.map((organisation) => organisation.code));
  const lost = steps.flatMap(({ from, to }) => [from, to]).find((end) => !codes.has(end));
  if (lost) throw refused(`successions.csv: mã lạ ${lost}`, `successions.csv: an unknown code, ${lost}`);
}

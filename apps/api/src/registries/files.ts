import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const read = (name: string) => readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8');
const table = (name: string) => parse(read(name), { columns: true, bom: true }) as Record<string, string>[];
const orNull = (text: string | undefined) => text || null;

/** Sources that the registry itself does not vouch for: these rows say "chưa kiểm chứng". */
const UNVERIFIED = /memory|not verified/i;

export interface RegisteredOrganisation {
  code: string;
  name: string;
  nameEn: string;
  abbreviation: string;
  kind: string;
  parentCode: string | null;
  region: string;
  validFrom: string | null;
  validTo: string | null;
  successorCode: string | null;
  source: string;
  sourceEn: string;
  verified: boolean;
}

export interface RegisteredSuccession {
  from: string;
  to: string;
  scope: string;
  date: string | null;
  verified: boolean;
}

export interface RegisteredTopic {
  order: number;
  slug: string;
  name_vi: string;
  name_en: string;
  description_vi: string;
  description_en: string;
  seed_quote_vi?: string | null;
}

export interface Abbreviation {
  abbreviation: string;
  meaning: string;
  meaningEn: string;
  synonyms: string;
}

/** The 304 organisations, in the order of the file. */
export const readOrganisations = (): RegisteredOrganisation[] =>
  table('organisations.csv').map((row) => ({
    code: row['code'] ?? '',
    name: row['name_vi'] ?? '',
    nameEn: row['name_en'] ?? '',
    abbreviation: row['abbrev'] ?? '',
    kind: row['kind'] ?? '',
    parentCode: orNull(row['parent_code']),
    region: row['region'] ?? '',
    validFrom: orNull(row['valid_from']),
    validTo: orNull(row['valid_to']),
    successorCode: orNull(row['successor_code']),
    source: row['source'] ?? '',
    sourceEn: row['source_en'] ?? '',
    verified: !UNVERIFIED.test(row['source_en'] ?? ''),
  }));

/** Who followed whom: the list, and what only the organisations' own column or the mapping of provinces says. */
export function readSuccessions(organisations: readonly RegisteredOrganisation[]): RegisteredSuccession[] {
  const listed = table('successions.csv').map((row) => ({
    from: row['from'] ?? '',
    to: row['to'] ?? '',
    scope: row['scope'] ?? 'main',
    date: orNull(row['date']),
    verified: row['verified'] === 'yes',
  }));
  const known = new Set(listed.map(({ from, to }) => `${from} ${to}`));
  const mapping = new Map(Object.entries(JSON.parse(read('province-mapping.json')) as Record<string, string>));
  const derived = organisations.flatMap((organisation): RegisteredSuccession[] => {
    const { code: from, successorCode, validTo: date, verified } = organisation;
    const successors = new Set([successorCode, mapping.get(from)].filter((to): to is string => Boolean(to)));
    const missing = [...successors].filter((to) => !known.has(`${from} ${to}`));
    return missing.map((to) => ({ from, to, scope: 'main', date, verified }));
  });
  return [...listed, ...derived];
}

export const readTopics = () => (JSON.parse(read('topics.json')) as { topics: RegisteredTopic[] }).topics;

// Meanings that depend on the context and stand in no glossary of their own: both are shown, none is chosen silently.
const BY_CONTEXT: Abbreviation[] = [
  { abbreviation: 'TT', meaning: 'Thông tin', meaningEn: 'information', synonyms: '' },
  { abbreviation: 'TT', meaning: 'Trung tâm', meaningEn: 'centre', synonyms: '' },
  { abbreviation: 'CT', meaning: 'Chương trình', meaningEn: 'programme', synonyms: '' },
  { abbreviation: 'CA', meaning: 'Công an', meaningEn: 'public security', synonyms: '' },
  { abbreviation: 'KH', meaning: 'Khoa học', meaningEn: 'science', synonyms: '' },
  { abbreviation: 'CP', meaning: 'Cổ phần', meaningEn: 'joint stock', synonyms: '' },
];

export const readAbbreviations = (): Abbreviation[] => [
  ...table('glossary.csv').map((row) => ({
    abbreviation: row['abbrev'] ?? '',
    meaning: row['expansion_vi'] ?? '',
    meaningEn: row['expansion_en'] ?? '',
    synonyms: row['synonyms'] ?? '',
  })),
  ...BY_CONTEXT,
];

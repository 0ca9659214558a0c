import type { Byline, Found, Locale, OrganisationKind } from '@hat-nhan/contracts';
import { plainText } from '@hat-nhan/markdown';
import { highlight } from '@hat-nhan/vietnamese';
import { sql } from '../platform/db.js';
import { snippet } from './snippet.js';

/** Characters of a text in which the snippet is looked for. */
const LOOKED_THROUGH = 6000;

/** Titles and texts of what was found, through the policies: what the viewer may not read falls out here once more. */
export const FOUND =
  sql(`select i.id, i.kind, i.state, i.byline, i.created_at as at, coalesce(p.thread_id, i.id) as "threadId",
    case when i.kind = 'answer' then t.title else i.title end as title,
    left(p.text, ${LOOKED_THROUGH}) as text, p.accepted_at is not null as chosen, p.canonical_at is not null as canonical, th.answers, th.accepted, th.canonical as canonicals,
    pe.title as "personTitle", concat_ws(', ', nullif(pe.unit, ''), po.name) as "personOrganisation", pe.bio,
    o.kind as "organisationKind", o.abbreviation, o.name_en as "organisationEn", tp.description, tp.description_en as "descriptionEn"
  from unnest($1::int[]) with ordinality u(id, place)
    join item i on i.id = u.id
    left join post p on p.id = u.id
    left join thread th on th.id = p.thread_id
    left join item t on t.id = p.thread_id
    left join person pe on pe.id = u.id
    left join organisation po on po.id = pe.organisation_id
    left join organisation o on o.id = u.id
    left join topic tp on tp.id = u.id
  order by u.place`);

export interface FoundRow {
  id: number;
  kind: Found['kind'];
  state: string;
  byline: Partial<Byline>;
  at: string;
  threadId: number;
  title: string;
  text: string | null;
  chosen: boolean;
  canonical: boolean;
  answers: number | null;
  accepted: number | null;
  canonicals: number | null;
  personTitle: string | null;
  personOrganisation: string;
  bio: string | null;
  organisationKind: OrganisationKind | null;
  abbreviation: string | null;
  organisationEn: string | null;
  description: string | null;
  descriptionEn: string | null;
}

const ORGANISATION_WORDS: Record<OrganisationKind, Record<Locale, string>> = {
  ministry: { vi: 'Bộ', en: 'Ministry' },
  ministerial_agency: { vi: 'Cơ quan ngang bộ', en: 'Ministerial agency' },
  government_agency: { vi: 'Cơ quan thuộc Chính phủ', en: 'Government agency' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  provincial_department: { vi: 'Sở, ngành', en: 'Provincial department' },
  training_body: { vi: 'Cơ sở đào tạo, bồi dưỡng', en: 'Training body' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  unit: { vi: 'Phòng, ban', en: 'Unit' },
};
const UNNAMED: Record<Locale, string> = { vi: 'Một thành viên', en: 'A member' };
const TOPIC: Record<Locale, string> = { vi: 'Chủ đề', en: 'Topic' };

const line = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

/** The short line under a title: who wrote, or what a person or an organisation is. */
function metaOf(row: FoundRow, locale: Locale): string {
  if (row.kind === 'person') return line(row.personTitle, row.personOrganisation);
  if (row.kind === 'topic') return TOPIC[locale];
  if (row.kind === 'organisation')
    return line(row.organisationKind && ORGANISATION_WORDS[row.organisationKind][locale], row.abbreviation);
  return line(row.byline.name ?? (row.byline.title || UNNAMED[locale]), row.byline.organisation);
}

function textOf(row: FoundRow, locale: Locale): string {
  if (row.text !== null) return plainText(row.text);
  if (row.kind === 'person') return row.bio ?? '';
  if (row.kind === 'organisation') return row.organisationEn ?? '';
  return (locale === 'en' ? row.descriptionEn : row.description) ?? '';
}

/** One result as it is shown. */
export function describeFound(row: FoundRow, query: string, locale: Locale): Found {
  const thread = row.kind === 'question' || row.kind === 'discussion';
  const post = thread || row.kind === 'answer';
  return {
    id: row.id,
    kind: row.kind,
    threadId: row.threadId,
    title: row.title,
    snippet: snippet(textOf(row, locale), query),
    titleParts: highlight(row.title, query),
    meta: metaOf(row, locale),
    state: thread ? row.state : null,
    accepted: thread ? (row.accepted ?? 0) > 0 : row.chosen,
    canonical: thread ? (row.canonicals ?? 0) > 0 : row.canonical,
    answers: thread ? (row.answers ?? 0) : null,
    at: post ? row.at : null,
  };
}

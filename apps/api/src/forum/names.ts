import { fillReferences, references, type Reference } from '@hat-nhan/markdown';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';

// Through the policies: a visitor reads no person, so that he is told no name.
const NAMES = sql(`select 'person' as kind, p.id, p.name as label from person p where p.id = any ($1)
  union all select 'organisation', o.id, o.name from organisation o where o.id = any ($2)`);
const UNKNOWN = { vi: 'thành viên', en: 'member' } as const;
const PATHS = { person: 'danh-ba', organisation: 'don-vi' } as const;

const idsOf = (found: Reference[], kind: Reference['kind']) =>
  found.filter((reference) => reference.kind === kind).map((reference) => reference.id);

/** Fills the mentions of any number of stored texts for this reader, with one statement, and none where nothing is mentioned. */
export async function namer(ctx: Ctx, texts: readonly string[]): Promise<(html: string) => string> {
  const marked = texts.filter((html) => html.includes('<a data-ref="'));
  if (marked.length === 0) return (html) => html;
  const found = marked.flatMap(references);
  const rows = await ctx.db.rows<Reference & { label: string }>(NAMES, [
    idsOf(found, 'person'),
    idsOf(found, 'organisation'),
  ]);
  const known = new Map(rows.map(({ kind, id, label }) => [`${kind}:${id}`, { label, href: `/${PATHS[kind]}/${id}` }]));
  return (html) => fillReferences(html, (kind, id) => known.get(`${kind}:${id}`), UNKNOWN[ctx.locale]);
}

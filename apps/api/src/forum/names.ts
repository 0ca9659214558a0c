import { fillReferences, references } from '@hat-nhan/markdown';
import { namesOf } from '../people/mentions.js';
import type { Ctx } from '../platform/context.js';

const UNKNOWN = { vi: 'thành viên', en: 'member' } as const;
const PATHS = { person: 'danh-ba', organisation: 'don-vi' } as const;

/** Fills the mentions of any number of stored texts for this reader, with one statement, and none where nothing is mentioned. */
export async function namer(ctx: Ctx, texts: readonly string[]): Promise<(html: string) => string> {
  const marked = texts.filter((html) => html.includes('<a data-ref="'));
  if (marked.length === 0) return (html) => html;
  const name = await namesOf(ctx.db, marked.flatMap(references));
  const known = (kind: keyof typeof PATHS, id: number) => {
    const label = name(kind, id);
    return label === undefined ? undefined : { label, href: `/${PATHS[kind]}/${id}` };
  };
  return (html) => fillReferences(html, known, UNKNOWN[ctx.locale]);
}

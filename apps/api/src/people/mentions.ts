import { excerpt, type Reference, type ReferenceKind } from '@hat-nhan/markdown';
import { sql, type Db } from '../platform/db.js';

// Through the policies: a visitor reads no person, so that he is told no name.
const NAMES = sql(`select 'person' as kind, p.id, p.name from person p where p.id = any ($1)
  union all select 'organisation', o.id, o.name from organisation o where o.id = any ($2)`);

type Named = (kind: ReferenceKind, id: number) => string | undefined;

/** The names of what is mentioned, as the viewer of `db` may read them: one statement, and none where nothing is mentioned. */
export async function namesOf(db: Db, mentioned: readonly Reference[]): Promise<Named> {
  if (mentioned.length === 0) return () => undefined;
  const idsOf = (wanted: ReferenceKind) => mentioned.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const rows = await db.rows<Reference & { name: string }>(NAMES, [idsOf('person'), idsOf('organisation')]);
  const known = new Map(rows.map(({ kind, id, name }) => [`${kind}:${id}`, name]));
  return (kind, id) => known.get(`${kind}:${id}`);
}

/** How to cut any number of Markdown texts for the viewer of `db`: on one line, their mentions named as he may read them. */
export async function excerpter(db: Db, texts: readonly string[]): Promise<(text: string, length?: number) => string> {
  const mentioned: Reference[] = [];
  for (const text of texts)
    excerpt(text, undefined, (kind, id) => {
      mentioned.push({ kind, id });
      return undefined;
    });
  const name = await namesOf(db, mentioned);
  return (text, length) => excerpt(text, length, name);
}

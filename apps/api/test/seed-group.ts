import type { Sql } from './seed.js';

/** A group of which nobody outside may know, and a request to join the one that all know, by somebody out of sight. */
export async function hideGroup(sql: Sql, id: number, known: number, moderatorId: number): Promise<void> {
  await sql(
    `insert into space (id, kind, slug, name, purpose) overriding system value values ($1, 'group', $2, $2, 'riêng')`,
    [id, `nhom-rieng-${id}`],
  );
  await sql(`insert into space_member (space_id, person_id, level) values ($1, $2, 'moderate')`, [id, moderatorId]);
  await sql(
    `insert into space_joining (id, space_id, person_id, kind, title, note, by_id, at) overriding system value
     values ($1, $2, $3, 'asked', 'riêng', 'riêng', $3, '2026-10-01')`,
    [id, known, moderatorId],
  );
}

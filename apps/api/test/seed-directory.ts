import { fold } from '@hat-nhan/vietnamese';
import { describe, type Sql } from './seed.js';

export const REPRESENTATIVES = ['enterprise member', 'moderator', 'editor', 'coordinator'];

/** An organisation, a topic and a person that stand in the hidden space, with their search rows. */
export async function hideDirectory(sql: Sql, spaceId: number, firstId: number, seed: number): Promise<void> {
  const [organisation, topic, person] = [firstId, firstId + 1, firstId + 2];
  const name = (kind: string) => `${kind} riêng thử ${seed}`;
  for (const [id, kind] of [
    [organisation, 'organisation'],
    [topic, 'topic'],
    [person, 'person'],
  ] as const) {
    await sql('insert into item (id, space_id, kind, title) values ($1, $2, $3, $4)', [id, spaceId, kind, name(kind)]);
    await describe(sql, {
      id,
      spaceId,
      kind: kind === 'person' ? 4 : kind === 'organisation' ? 5 : 6,
      topicId: 0,
      threadId: id,
      title: name(kind),
      text: '',
    });
  }
  await sql(
    `insert into organisation (id, space_id, kind, name, folded, sort_key, top_id, region) values ($1, $2, 'province', $3, $4, '0', $1, 'Vùng riêng')`,
    [organisation, spaceId, name('organisation'), fold(name('organisation'))],
  );
  await sql(
    `insert into topic (id, space_id, position, slug, name, name_en, description, description_en) values ($1, $2, 1, $3, $4, $4, '', '')`,
    [topic, spaceId, `rieng-${seed}`, name('topic')],
  );
  await sql(
    `insert into person (id, space_id, name, folded, sort_key, organisation_id, top_id) values ($1, $2, $3, $4, '0', $5, $5)`,
    [person, spaceId, name('person'), fold(name('person')), organisation],
  );
  await sql('insert into account (person_id, rules_at) values ($1, now())', [person]);
  const colleague = firstId + 3;
  for (const [at, kind] of REPRESENTATIVES.entries()) {
    const id = colleague + at;
    await sql(`insert into item (id, space_id, kind, title) values ($1, $2, 'person', 'x')`, [id, spaceId]);
    await sql(
      `insert into person (id, space_id, name, folded, sort_key, organisation_id, top_id)
       select $1, $2, 'Người riêng', 'nguoi rieng', '0', p.organisation_id, p.top_id from person p where p.name = $3`,
      [id, spaceId, `Người thử ${kind} ${seed}`],
    );
  }
  await sql(
    `insert into handover (space_id, from_id, person_id, topic_id, state, at) values ($1, $2, $2, $3, 'accepted', '2026-10-01')`,
    [spaceId, person, topic],
  );
  await sql(
    'insert into topic_expert (topic_id, person_id, space_id, expert, can_answer) select id, $1, $2, true, true from topic',
    [person, spaceId],
  );
}

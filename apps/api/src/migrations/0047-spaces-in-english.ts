import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The three spaces of every instance say in English too whom they are for, where nobody has written another text. */
export class SpacesInEnglish1790000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
update space s set description_en = t.english
from (values
  ('public', 'Ai cũng đọc được; thành viên viết.', 'Anybody may read; members write.'),
  ('members', 'Thành viên đọc và viết.', 'Members read and write.'),
  ('state', 'Chỉ thành viên của cơ quan nhà nước đọc và viết.', 'Only members from state bodies read and write.')
) t (kind, built_in, english)
where s.kind = t.kind and s.description = t.built_in and s.description_en = '';
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}

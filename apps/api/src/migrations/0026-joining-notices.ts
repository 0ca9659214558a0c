import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A listener that is run twice tells once. */
export class JoiningNotices1790000000026 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create unique index concurrently notification_of_joining on notification (person_id, kind, joining_id) where joining_id is not null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: what was told once could be told again.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An abbreviation means the same thing once. */
export class WordsOnce1790000000044 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create unique index concurrently abbreviation_taken on abbreviation (abbreviation, meaning) where retired_at is null',
    );
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: the same would be said twice.');
  }
}

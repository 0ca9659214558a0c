import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few threads are duplicates. */
export class Duplicates1790000000021 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index concurrently thread_duplicates on thread (duplicate_of) where duplicate_of is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently thread_duplicates');
  }
}

/** Few were split off another. */
export class SplitOff1790000000021 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index concurrently thread_split_off on thread (split_from) where split_from is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently thread_split_off');
  }
}

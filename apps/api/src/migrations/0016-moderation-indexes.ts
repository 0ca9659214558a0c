import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pinned threads are few among many. */
export class PinnedThreads1790000000016 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index concurrently thread_pinned on thread (id) where pinned');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently thread_pinned');
  }
}

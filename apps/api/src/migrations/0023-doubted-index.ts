import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Doubted answers are few among many. */
export class Doubted1790000000023 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index concurrently post_doubted on post (thread_id) where no_longer >= 2');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently post_doubted');
  }
}

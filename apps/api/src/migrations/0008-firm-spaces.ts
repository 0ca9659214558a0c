import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names are told apart only where every member reads: a taken one would tell an enterprise of the state bodies' space. */
export class SharedSlug1790000000008 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create unique index concurrently space_shared_slug_taken on space (slug) where kind in ('public', 'members')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: the index before it told of spaces out of sight.');
  }
}

/** The index before, which also held the state bodies' spaces. */
export class NoHiddenSlug1790000000008 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently if exists space_slug_taken');
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it told of spaces out of sight.');
  }
}

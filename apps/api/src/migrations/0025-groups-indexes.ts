import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names are told apart among the groups of which every member may know: elsewhere a taken one would tell of a group out of sight. */
export class ListedGroupNames1790000000025 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create unique index concurrently space_listed_name_taken on space (slug) where kind = 'group' and listed`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: two groups could have one name.');
  }
}

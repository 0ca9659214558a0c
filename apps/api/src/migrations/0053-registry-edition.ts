import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registries come in editions: what was imported from a file is not undone by an older release. */
export class RegistryEdition1790000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table instance add column registry_edition text not null default ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table instance drop column registry_edition');
  }
}

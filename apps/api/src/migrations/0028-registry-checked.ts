import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks what 0027 added without holding the table. */
export class RegistryChecked1790000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organisation validate constraint organisation_merged_into_fkey');
  }

  async down(): Promise<void> {
    throw new Error('Nothing to take back.');
  }
}

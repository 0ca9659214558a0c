import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operates the instance leaves here when it has succeeded, for the status page. Written by the owner's commands. */
export class Operation1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table backup_run (
  id int generated always as identity primary key,
  at timestamptz not null default now(),
  bytes bigint not null,
  row_count bigint not null,
  files int not null,
  version text not null
);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it tells when the last backup was made.');
  }
}

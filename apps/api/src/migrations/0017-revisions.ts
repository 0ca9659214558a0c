import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What posts said before they were changed, and answers that several may change. */
export class Revisions1790000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table post add column wiki boolean not null default false;

create table revision (
  post_id int not null,
  space_id int not null,
  -- 1 is the text as it was first written; there is none while nothing was changed much.
  number int not null,
  editor_id int,
  byline jsonb not null,
  title text not null,
  text text not null,
  at timestamptz not null,
  primary key (post_id, number),
  foreign key (post_id, space_id) references post (id, space_id) on update cascade on delete cascade
);
call app.wall('revision');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it holds what was written before.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators keep: the calendar, topics, the glossary with its history, the operator's texts with their versions. */
export class Registers1790000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table calendar_day (
  day date primary key,
  kind text not null check (kind in ('off', 'work')),
  name text not null,
  name_en text not null default '',
  source text not null,
  version int not null default 1,
  person_id int not null references person,
  at timestamptz not null
);

alter table topic add column retired_at timestamptz;
-- What an administrator wrote is not written over by the registry of a later version.
alter table topic add column edited boolean not null default false;

alter table abbreviation add column source text not null default '';
alter table abbreviation add column version int not null default 1;
alter table abbreviation add column retired_at timestamptz;
-- The abbreviation and the meaning under which the registry knows a row that somebody has changed.
alter table abbreviation add column registered_as text not null default '';
create table abbreviation_change (
  abbreviation_id int not null references abbreviation,
  version int not null,
  abbreviation text not null,
  meaning text not null,
  meaning_en text not null,
  synonyms text not null,
  source text not null,
  retired boolean not null,
  person_id int not null references person,
  at timestamptz not null,
  primary key (abbreviation_id, version)
);

alter table instance add column text_version int not null default 1;
-- The last version of the texts that every member is asked to agree to again.
alter table instance add column rules_asked_at timestamptz;
create table text_version (
  version int primary key,
  rules_vi text not null,
  rules_en text not null,
  privacy_vi text not null,
  privacy_en text not null,
  contact text not null,
  note text not null,
  asks boolean not null,
  person_id int not null references person,
  at timestamptz not null
);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it holds what administrators entered.');
  }
}

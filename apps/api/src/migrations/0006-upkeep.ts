import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters are noted before they leave; what has served is taken away each night; sources in English. */
export class Upkeep1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Where the registry has a row from, in both languages of the page.
alter table organisation add column source_en text not null default '';

-- begun: noted, and perhaps on its way; failed: known not to have left.
alter table mail add column state text not null default 'sent' check (state in ('begun', 'sent', 'failed'));
create index mail_of_person on mail (person_id, sent_at) where person_id is not null;

-- Which invitation of an address is its last.
create index invitation_of_address on invitation (address, id);

-- How far the log has been forgotten: a stream that was cut before that cannot be told what it missed.
insert into event_cursor (consumer) values ('forgotten');
-- Of the oldest events those that were handed on and are old enough: a week at least, whatever is asked for. In the order of the log, which is that of time, so that
-- its one index serves; the server's role may not take from the log otherwise.
create function app.forget_events(before timestamptz, most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare forgotten int; newest xid8;
begin
  with oldest as (
    select e.id, e.xid, e.at from public.event e
    where e.xid <= (select c.xid from public.event_cursor c where c.consumer = 'fan-out') order by e.xid, e.id limit most),
  gone as (delete from public.event e using oldest o
    where e.id = o.id and o.at < least(before, now() - interval '7 days') returning e.xid)
  select count(*), max(g.xid) into forgotten, newest from gone g;
  update public.event_cursor set xid = newest where consumer = 'forgotten' and xid < newest;
  return forgotten;
end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: what was forgotten does not come again.');
  }
}

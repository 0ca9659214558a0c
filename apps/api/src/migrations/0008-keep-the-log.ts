import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the server may forget of its log is a week old at least, whatever it asks for. */
export class KeepTheLog1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create or replace function app.forget_events(before timestamptz, most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
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
    throw new Error('Not taken back: the log would be less safe.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be brought back no more is erased with all that went along with it, whoever wrote it, and whoever hid it. */
export class ErasedPosts1790000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create or replace function app.erase_deleted(before timestamptz, most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare erased int;
begin
  with gone as (delete from public.withheld w where w.id in (
      select x.id from public.withheld x where x.at < least(before, now() - interval '29 days') order by x.at limit most)
    returning w.id, w.text is not null as tombstone),
  -- Under a tombstone the post alone; else what went out of sight with it, and of a thread all that stands in it, since what
  -- was hidden there before can come back nowhere.
  lost as materialized (select g.id from gone g union select p.id from public.post p join gone g on p.withheld_by = g.id
    union select p.id from public.post p join gone g on p.thread_id = g.id where not g.tombstone),
  before_it as (delete from public.withheld w using lost l where w.id = l.id and w.id not in (select g.id from gone g)),
  posts as (update public.post p set text = '', html = '', files = 0 from lost l where p.id = l.id),
  files as (update public.attachment a set post_id = null, since = now() from lost l where a.post_id = l.id),
  said as (delete from public.revision r using lost l where r.post_id = l.id),
  doubts as (delete from public.still_true s using lost l where s.post_id = l.id),
  -- The thread of a tombstone is read on, under its title.
  threads as (update public.thread t set system = '', legal_basis = '', tried = '', need_by = null,
      close_note = case when p.withheld_by is null then t.close_note else '' end,
      last = case when p.withheld_by is null then t.last end
    from lost l join public.post p on p.id = l.id where t.id = l.id),
  items as (update public.item i set title = '', byline = case when p.withheld_by is null then i.byline else '{}' end
    from lost l join public.post p on p.id = l.id where i.id = l.id and (p.withheld_by is not null or p.kind <> 'question'))
  select count(*) into erased from gone;
  return erased;
end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: what was erased is gone.');
  }
}

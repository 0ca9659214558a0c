import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a post said before is as hidden as the post, also under a tombstone. */
export class HiddenRevisions1790000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create policy shown on revision as restrictive for select
  using (exists (select from public.post p where p.id = post_id and p.deleted_at is null));

-- After its days a deleted post is emptied for good, with its files and what it said before. The shell stays, so that
-- nothing that points at it breaks.
create function app.erase_deleted(before timestamptz, most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare erased int;
begin
  with gone as (delete from public.withheld w where w.id in (
      select x.id from public.withheld x where x.kind = 'deleted' and x.at < least(before, now() - interval '29 days') order by x.at limit most)
    returning w.id, w.text),
  posts as (update public.post p set text = '', html = '', files = 0 from gone g where p.id = g.id and g.text is null),
  files as (update public.attachment a set post_id = null, since = now() from gone g where a.post_id = g.id),
  said as (delete from public.revision r using gone g where r.post_id = g.id),
  items as (update public.item i set title = '', byline = '{}' from gone g where i.id = g.id and g.text is null)
  select count(*) into erased from gone;
  return erased;
end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it would show what posts said that are hidden.');
  }
}

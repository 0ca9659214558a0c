import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Canonical answers, what readers say of answers ("Còn đúng không?"), threads that are put away by time. */
export class StillTrue1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table thread add column canonical int not null default 0;
-- Opened again by hand: time counts anew.
alter table thread add column reopened_at timestamptz;
alter table post add column canonical_at timestamptz;
alter table post add column canonical_by int;
-- Kept by the trigger below, so that the page of a thread looks into still_true only where somebody said something.
alter table post add column told_true boolean not null default false;
alter table post add column still_true int not null default 0;
alter table post add column no_longer int not null default 0;
-- When an expert of the topic looked at the doubts: earlier ones count no more.
alter table post add column cleared_at timestamptz;

create table still_true (
  post_id int not null,
  space_id int not null,
  person_id int not null references person,
  -- His top organisation when he said so.
  organisation_id int references organisation,
  still boolean not null,
  reason text not null default '',
  byline jsonb not null,
  at timestamptz not null,
  primary key (post_id, person_id),
  foreign key (post_id, space_id) references post (id, space_id) on update cascade on delete cascade
);
alter table still_true enable row level security;
create policy wall_read on still_true for select using (space_id = any ((select app.spaces())::int[]));
-- Who reads may say what he knows, also where he may not write: his own word, and nobody else's.
create policy wall_insert on still_true for insert
  with check (person_id = (select app.viewer()) and space_id = any ((select app.spaces())::int[]));
create policy wall_update on still_true for update using (person_id = (select app.viewer()))
  with check (person_id = (select app.viewer()) and space_id = any ((select app.spaces())::int[]));
-- As hidden as the answer, also under a tombstone.
create policy shown on still_true as restrictive for select
  using (exists (select from public.post p where p.id = post_id and p.deleted_at is null));

-- Whoever counts does not have to be able to write: the numbers are kept here, from the rows.
create function app.count_still_true() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.post p set told_true = true,
    still_true = (select count(distinct s.organisation_id) from public.still_true s where s.post_id = p.id and s.still),
    no_longer = (select count(distinct s.organisation_id) from public.still_true s
      where s.post_id = p.id and not s.still and s.at > coalesce(p.cleared_at, '-infinity'))
  where p.id = new.post_id;
  return null;
end $$;
create trigger counted after insert or update of still, at on still_true for each row execute function app.count_still_true();

-- Time puts threads away that nobody reads with his own eyes: some at a time, and what it did, for the log.
create function app.archive_idle(idle_since timestamptz, most int) returns table (id int, space_id int, from_state text, version int)
language sql security definer set search_path = pg_catalog as $$
  with idle as (
    select i.id, i.state from public.item i join public.thread t on t.id = i.id
    where i.kind in ('question', 'discussion') and i.state in ('open', 'resolved') and i.active_at < idle_since
      and coalesce(t.reopened_at, '-infinity') < idle_since and not t.pinned
      and not exists (select from public.answer_invitation v where v.thread_id = i.id and v.state in ('open', 'will_answer'))
      and not exists (select from public.review r where r.thread_id = i.id and r.state in ('open', 'claimed', 'deferred'))
    order by i.active_at limit most for no key update of i skip locked)
  update public.item i set state = 'archived' from idle where i.id = idle.id and i.state = idle.state
  returning i.id, i.space_id, idle.state, i.version
$$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it holds what readers said of answers.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who writes in a thread without name, wherever the thread goes; votes find back through any chain of duplicates. */
export class Unnamed1790000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Who writes in a thread without name, with the line that stands there instead. It goes along when posts do, so that neither
-- a split nor a merger tells who it was.
create table unnamed (
  thread_id int not null,
  space_id int not null,
  person_id int not null references person,
  byline jsonb not null,
  primary key (thread_id, person_id),
  foreign key (thread_id, space_id) references thread (id, space_id) on update cascade on delete cascade
);
call app.wall('unnamed');
-- Who did it, where he did it without name.
alter table notification add column byline jsonb;

with recursive said as (
  select distinct on (p.thread_id, i.author_id) p.thread_id, i.author_id as person_id, coalesce(w.byline, i.byline) as byline
  from post p join item i on i.id = p.id left join withheld w on w.id = p.id
  where i.author_id is not null and coalesce(w.byline, i.byline)->>'personId' is null and coalesce(w.byline, i.byline)->>'title' <> ''
  order by p.thread_id, i.author_id, p.id),
along as (select s.thread_id, s.person_id, s.byline from said s
  union select t.id, a.person_id, a.byline from thread t join along a on a.thread_id = t.split_from)
insert into unnamed (thread_id, space_id, person_id, byline)
  select distinct on (a.thread_id, a.person_id) a.thread_id, t.space_id, a.person_id, a.byline
  from along a join thread t on t.id = a.thread_id order by a.thread_id, a.person_id;
update revision r set byline = u.byline from unnamed u, post p, item i
  where p.id = r.post_id and i.id = p.id and u.thread_id = p.thread_id and u.person_id = r.editor_id
    and (i.author_id is distinct from r.editor_id or i.byline->>'personId' is null);
update notification n set byline = u.byline from unnamed u where u.thread_id = n.thread_id and u.person_id = n.actor_id;
update thread t set people = greatest(1, (select count(distinct (i.author_id, i.byline->>'personId' is null))
    from post p join item i on i.id = p.id where p.thread_id = t.id and p.deleted_at is null and p.withheld_by is null))
  where t.id in (select u.thread_id from unnamed u);

-- The name is shown under all that its bearer wrote, changed and did in this thread; hidden posts and others' inboxes too.
create function app.show_name(which int, shown jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me int := app.viewer();
begin
  delete from public.unnamed u where u.thread_id = which and u.person_id = me and u.space_id = any (app.writable());
  if not found then raise exception 'not his to show' using errcode = '42501'; end if;
  update public.item i set byline = shown from public.post p
    where p.thread_id = which and i.id = p.id and i.author_id = me and i.byline->>'personId' is null and p.deleted_at is null;
  update public.withheld w set byline = shown where w.thread_id = which and w.author_id = me and w.byline->>'personId' is null;
  update public.revision r set byline = shown from public.post p
    where p.thread_id = which and r.post_id = p.id and r.editor_id = me and r.byline->>'personId' is null;
  update public.still_true s set byline = shown from public.post p
    where p.thread_id = which and s.post_id = p.id and s.person_id = me and s.byline->>'personId' is null;
  update public.notification n set byline = null where n.thread_id = which and n.actor_id = me;
end $$;

-- A thread and those that are its duplicates: what came along through them stands behind it.
create function app.behind(which int) returns int[] language sql stable set search_path = pg_catalog as $$
  with recursive chain(id) as (select which union select t.id from public.thread t join chain c on t.duplicate_of = c.id)
  select array_agg(c.id) from chain c
$$;
-- Before a duplicate stands for itself again: every thread in which something waits for its way back, in one order.
create function app.hold_given(which int) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare behind int[] := app.behind(which);
begin
  if not coalesce((select i.space_id from public.item i where i.id = which) = any (app.writable()), false) then return; end if;
  perform i.id from public.item i where i.id in (
    select which union select t.duplicate_of from public.thread t where t.id = which
    union select p.thread_id from public.post p where p.id in (
      select v.post_id from public.vote v where v.came_from = any (behind)
      union select m.thread_id from public.me_too m where m.came_from = any (behind)
      union select w.item_id from public.watch w where w.came_from = any (behind)))
  order by i.id for no key update;
end $$;
-- Each thing keeps its first origin on the way through several threads.
create or replace function app.gather(source int, target int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare to_space int; to_author int;
begin
  select i.space_id, i.author_id into to_space, to_author from public.item i where i.id = target;
  if not to_space = any (app.writable()) or not (select i.space_id from public.item i where i.id = source) = any (app.writable()) then
    raise exception 'not his to gather' using errcode = '42501';
  end if;
  update public.vote v set post_id = target, space_id = to_space, came_from = coalesce(v.came_from, source)
    where v.post_id = source and v.person_id is distinct from to_author
      and not exists (select from public.vote x where x.post_id = target and x.person_id = v.person_id);
  update public.me_too m set thread_id = target, space_id = to_space, came_from = coalesce(m.came_from, source)
    where m.thread_id = source and m.person_id is distinct from to_author
      and not exists (select from public.me_too x where x.thread_id = target and x.person_id = m.person_id);
  update public.watch w set item_id = target, space_id = to_space, came_from = coalesce(w.came_from, source)
    where w.item_id = source and w.level = 'watch'
      and not exists (select from public.watch x where x.item_id = target and x.person_id = w.person_id);
  perform app.recount_given(source), app.recount_given(target);
end $$;
-- From wherever it stands by now, in sight or not: what came from the thread, and what came through it from its duplicates,
-- which stay behind it. What has its like there already belongs to where it stands.
create or replace function app.give_back(source int, target int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare home int; behind int[] := app.behind(source); votes int[]; too int[]; watches int[];
begin
  select i.space_id into home from public.item i where i.id = source;
  if not coalesce(home = any (app.writable()), false) or not exists (select from public.thread t where t.id = source and t.duplicate_of = target) then
    raise exception 'not his to give back' using errcode = '42501';
  end if;
  with way as (select distinct on (v.person_id) v.post_id, v.person_id from public.vote v
    where v.came_from = any (behind) and v.post_id <> all (behind)
      and not exists (select from public.vote x where x.post_id = source and x.person_id = v.person_id)
    order by v.person_id, (v.came_from = source) desc, v.post_id),
  back as (update public.vote v set post_id = source, space_id = home, came_from = nullif(v.came_from, source)
    from way y where v.post_id = y.post_id and v.person_id = y.person_id returning y.post_id)
  select array_agg(b.post_id) into votes from back b;
  with way as (select distinct on (m.person_id) m.thread_id, m.person_id from public.me_too m
    where m.came_from = any (behind) and m.thread_id <> all (behind)
      and not exists (select from public.me_too x where x.thread_id = source and x.person_id = m.person_id)
    order by m.person_id, (m.came_from = source) desc, m.thread_id),
  back as (update public.me_too m set thread_id = source, space_id = home, came_from = nullif(m.came_from, source)
    from way y where m.thread_id = y.thread_id and m.person_id = y.person_id returning y.thread_id)
  select array_agg(b.thread_id) into too from back b;
  with way as (select distinct on (w.person_id) w.item_id, w.person_id from public.watch w
    where w.came_from = any (behind) and w.item_id <> all (behind)
      and not exists (select from public.watch x where x.item_id = source and x.person_id = w.person_id)
    order by w.person_id, (w.came_from = source) desc, w.item_id),
  back as (update public.watch w set item_id = source, space_id = home, came_from = nullif(w.came_from, source)
    from way y where w.item_id = y.item_id and w.person_id = y.person_id returning y.item_id)
  select array_agg(b.item_id) into watches from back b;
  update public.vote v set came_from = null where v.came_from = source;
  update public.me_too m set came_from = null where m.came_from = source;
  update public.watch w set came_from = null where w.came_from = source;
  perform app.recount_given(x.id) from (select distinct u.id from unnest(array[source, target] || votes || too || watches) u(id)) x;
end $$;

-- Who wrote without name in the thread stays without it in what is split off, whether something of his came along or not.
create or replace function app.watch_split(source int, into_thread int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare home int;
begin
  select i.space_id into home from public.item i where i.id = into_thread;
  if not home = any (app.moderated()) or not exists (select from public.thread t where t.id = into_thread and t.split_from = source) then
    raise exception 'not his to split' using errcode = '42501';
  end if;
  insert into public.unnamed (thread_id, space_id, person_id, byline)
    select into_thread, home, u.person_id, u.byline from public.unnamed u where u.thread_id = source;
  insert into public.watch (item_id, space_id, person_id, level)
    select distinct into_thread, home, i.author_id, 'watch' from public.post p join public.item i on i.id = p.id
    where p.thread_id = into_thread and i.author_id is not null and p.deleted_at is null
      and not exists (select from public.watch w where w.item_id = source and w.person_id = i.author_id and w.level = 'mute')
    on conflict do nothing;
  perform app.recount_given(into_thread);
end $$;
-- Who had begun to answer goes on where the thread is now; of two drafts of one person both texts and all files stay.
create or replace function app.merge_thread(source int, target int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare old_key text := 'answer-' || source; new_key text := 'answer-' || target;
begin
  update public.post p set kind = 'answer', parent_id = target where p.id = source;
  perform app.carry_posts(array(select p.id from public.post p where p.thread_id = source), target);
  perform app.gather_whole(source, target);
  insert into public.unnamed (thread_id, space_id, person_id, byline)
    select target, u.space_id, u.person_id, u.byline from public.unnamed u where u.thread_id = source on conflict do nothing;
  delete from public.item_topic t where t.item_id = source;
  update public.thread t set duplicate_of = target where t.duplicate_of = source;
  update public.thread t set split_from = target where t.split_from = source;
  update public.thread t set views = t.views + s.views from public.thread s where t.id = target and s.id = source;
  update public.notification n set thread_id = target where n.thread_id = source;
  with both_kept as (update public.draft d set version = d.version + 1, saved_at = greatest(d.saved_at, s.saved_at),
      text = concat_ws(E'\\n\\n', nullif(d.text, ''), nullif(s.text, '')), fields = s.fields || d.fields || jsonb_strip_nulls(
        jsonb_build_object('files', nullif(concat_ws(',', nullif(d.fields->>'files', ''), nullif(s.fields->>'files', '')), '')))
    from public.draft s where d.key = new_key and s.key = old_key and s.person_id = d.person_id returning d.person_id)
  delete from public.draft d using both_kept b where d.key = old_key and d.person_id = b.person_id;
  update public.draft d set key = new_key where d.key = old_key;
  delete from public.thread t where t.id = source;
end $$;
-- What came along from a duplicate and has its like in the other thread waits at its origin, and does not end with this one.
create or replace function app.gather_whole(source int, target int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare origins int[];
begin
  if not (select i.space_id from public.item i where i.id = target) = any (app.moderated()) then
    raise exception 'not his to gather' using errcode = '42501';
  end if;
  update public.me_too m set thread_id = target from public.item t
    where m.thread_id = source and t.id = target and m.person_id is distinct from t.author_id
      and not exists (select from public.me_too x where x.thread_id = target and x.person_id = m.person_id);
  update public.watch w set item_id = target where w.item_id = source and w.level = 'watch'
    and not exists (select from public.watch x where x.item_id = target and x.person_id = w.person_id);
  select array_agg(t.id) into origins from public.thread t where t.duplicate_of = source;
  update public.me_too m set thread_id = t.id, space_id = t.space_id, came_from = null from public.thread t
    where m.thread_id = source and t.id = m.came_from and t.id = any (origins)
      and not exists (select from public.me_too x where x.thread_id = t.id and x.person_id = m.person_id);
  update public.watch w set item_id = t.id, space_id = t.space_id, came_from = null from public.thread t
    where w.item_id = source and w.level = 'watch' and t.id = w.came_from and t.id = any (origins)
      and not exists (select from public.watch x where x.item_id = t.id and x.person_id = w.person_id);
  delete from public.watch w where w.item_id = source;
  update public.answer_invitation a set thread_id = target where a.thread_id = source
    and not exists (select from public.answer_invitation x where x.thread_id = target and x.person_id = a.person_id);
  perform app.recount_given(x.id) from unnest(array[target] || origins) x(id);
end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it would tell who wrote without name.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The search rows of docs/decisions: impact-level keys in int4[] under GIN; terms with their document frequencies. */
export class Search1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create extension if not exists intarray;

create table search_row (
  item_id int primary key,
  space_id int not null,
  kind smallint not null,
  topic_id int not null default 0,
  thread_id int not null,
  keys int4[] not null,
  foreign key (item_id, space_id) references item (id, space_id) on update cascade on delete cascade
) with (toast_tuple_target = 8160, fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);
alter table search_row alter keys set storage external, alter keys set statistics 0;
create index search_row_keys on search_row using gin (keys gin__int_ops) with (fastupdate = off);
create index search_row_of_thread on search_row (thread_id);
call app.wall('search_row');

create table term (h int4 primary key, f int4 not null, df int4[] not null default '{0,0,0,0,0,0,0,0}');
create index term_f on term (f);
-- Weights come from what every member may read, so that hidden rows never change an order that an outsider sees.
create table term_weight (h int4 primary key, df int4 not null);
-- rows: what weights are counted over; all_rows: what was there at the last recount, to see when it is due again.
create table search_size (
  id boolean primary key default true check (id), rows int not null default 0, all_rows int not null default 0, recounted_at timestamptz);
insert into search_size default values;

-- What the folded words of a query may stand for: every marked form, with the frequencies of its levels (they only bound the
-- work) and its weight, both counted over what every member may read, so that closed spaces change nothing. While few rows are
-- counted, weights come from what this viewer may read: a fresh instance ranks well before its first night.
create function app.search_terms(folded int4[]) returns table (h int4, f int4, df int4[], open_df int4, open_rows int4)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare counted_rows int; mine int[];
begin
  select s.rows into counted_rows from public.search_size s;
  if counted_rows >= 2000 then
    return query select t.h, t.f, t.df, coalesce(w.df, 0), counted_rows
      from public.term t left join public.term_weight w on w.h = t.h where t.f = any (folded);
    return;
  end if;
  mine := app.spaces();
  return query
    with form as materialized (select t.h, t.f, t.df from public.term t where t.f = any (folded)),
    keys_of as materialized (select array_agg(x.h | level order by x.h | level) as keys from form x, generate_series(0, 7) level),
    hit as materialized (
      select r.keys & w.keys as keys from public.search_row r, keys_of w where r.space_id = any (mine) and r.keys && w.keys limit 2000),
    counted as (select key & -8 as h, count(*)::int as n from (select unnest(x.keys) as key from hit x) k group by 1),
    size as (select count(*)::int as n from (select from public.search_row r where r.space_id = any (mine) limit 4000) x)
    select x.h, x.f, x.df, coalesce(c.n, 0), size.n from form x cross join size left join counted c on c.h = x.h;
end $$;

-- The one door to the search rows. Array operators use no index behind a policy (they are not leakproof), so this function
-- stands outside the wall, keeps to the viewer's spaces by its own condition, and gives ids and counts, never a text.
-- A row matches when it has enough of the syllables, or scores near the best. Whole numbers, so that sums are exact.
create function app.search(
  query_keys int4[], weights int4[], syllables int8[], segments int4[], enough int, near_best real,
  only_kinds smallint[], only_space int, only_topic int, most int) returns jsonb
language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
  with q as materialized (select * from unnest(query_keys, weights, syllables) as t(key, weight, syllable)),
  candidate as materialized (
    select r.item_id, r.thread_id, r.kind, r.keys & query_keys as keys from public.search_row r
    where r.keys && segments and r.space_id = any ((select app.spaces())::int[])
      and (only_space is null or r.space_id = only_space)
      and (only_topic is null or exists (select from public.item_topic x where x.item_id = r.thread_id and x.topic_id = only_topic))),
  scored as materialized (
    select c.item_id, sum(q.weight) as score, bit_or(q.syllable) as syllables
    from (select item_id, unnest(keys) as key from candidate) c join q using (key) group by 1),
  matched as materialized (
    select c.item_id, c.thread_id, c.kind, s.score from scored s join candidate c using (item_id)
    where bit_count(s.syllables::bit(64)) >= enough or s.score >= near_best * (select max(score) from scored)),
  best as materialized (
    select * from matched where only_kinds is null or kind = any (only_kinds) order by score desc, item_id desc limit most)
  select jsonb_build_object(
    'ids', coalesce((select jsonb_agg(item_id order by score desc, item_id desc) from best), '[]'),
    'total', (select count(*) from matched where only_kinds is null or kind = any (only_kinds)),
    'kinds', coalesce((select jsonb_object_agg(kind, n) from (select kind, count(*) as n from matched group by kind) k), '{}'),
    'topics', coalesce((select jsonb_agg(topic_id) from (
      select x.topic_id from best b join public.item_topic x on x.item_id = b.thread_id
      group by 1 order by count(*) desc, 1 limit 5) t), '[]'))
$$;

-- The nightly recount: exact frequencies over public and members' spaces.
create function app.recount_terms() returns void language plpgsql security definer set search_path = pg_catalog, public set work_mem = '128MB' as $$
begin
  create temp table counted on commit drop as
    select k & -8 as h, k & 7 as level, count(*)::int as n,
      (count(*) filter (where s.kind in ('public', 'members')))::int as open_n
    from (select space_id, unnest(keys) k from public.search_row) x join public.space s on s.id = x.space_id group by 1, 2;
  with levels as (
    select c.h, array[
      coalesce(sum(open_n) filter (where level = 0), 0), coalesce(sum(open_n) filter (where level = 1), 0),
      coalesce(sum(open_n) filter (where level = 2), 0), coalesce(sum(open_n) filter (where level = 3), 0),
      coalesce(sum(open_n) filter (where level = 4), 0), coalesce(sum(open_n) filter (where level = 5), 0),
      coalesce(sum(open_n) filter (where level = 6), 0), coalesce(sum(open_n) filter (where level = 7), 0)]::int4[] as df
    from pg_temp.counted c group by 1)
  update public.term t set df = l.df from levels l where l.h = t.h and t.df is distinct from l.df;
  delete from public.term_weight;
  insert into public.term_weight (h, df) select h, sum(open_n) from pg_temp.counted group by h having sum(open_n) > 0;
  update public.search_size set recounted_at = now(), all_rows = (select count(*) from public.search_row), rows = (
    select count(*) from public.search_row r join public.space s on s.id = r.space_id where s.kind in ('public', 'members'));
end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: rebuild the search rows instead.');
  }
}

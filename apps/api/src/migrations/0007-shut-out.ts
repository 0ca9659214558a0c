import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person whose account is closed is not found. */
export class ShutOut1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create or replace function app.search(
  query_keys int4[], weights int4[], syllables int8[], segments int4[], enough int, near_best real,
  only_kinds smallint[], only_space int, only_topic int, most int) returns jsonb
language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
  with q as materialized (select * from unnest(query_keys, weights, syllables) as t(key, weight, syllable)),
  candidate as materialized (
    select r.item_id, r.thread_id, r.kind, r.keys & query_keys as keys from public.search_row r
    where r.keys && segments and r.space_id = any ((select app.spaces())::int[])
      -- Who is shut out is found no more than he stands in the directory.
      and (r.kind <> 4 or not exists (select 1 from public.person p where p.id = r.item_id and p.disabled_at is not null))
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
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it would show again who is shut out.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has not shown a second factor has no roles in a session: the wall around what moderators read knows it too. */
export class ProvenModerators1790000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create or replace function app.enter(a_token bytea)
returns table (person_id int, session_id int, roles text[], member boolean, locale text, signed_in_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare s record;
begin
  select x.id, x.person_id, x.used_at, a.rules_at, a.locale,
    case when a.second_factor then coalesce(x.strong_at, '1970-01-01') else greatest(x.created_at, x.proven_at, x.strong_at) end as proven_at,
    case when x.strong_at is not null
      then array(select r.role from public.account_role r where r.person_id = x.person_id) else '{}'::text[] end as roles
  into s from public.session x join public.account a on a.person_id = x.person_id
  where x.token_hash = a_token and x.ended_at is null and x.expires_at > now() and x.used_at + x.idle > now() and a.disabled_at is null;
  if s.id is null then
    perform set_config('app.viewer', '0', false), set_config('app.roles', '', false);
    return;
  end if;
  perform set_config('app.viewer', s.person_id::text, false), set_config('app.roles', array_to_string(s.roles, ','), false);
  if s.used_at < now() - interval '5 minutes' and not current_setting('transaction_read_only')::boolean then
    update public.session x set used_at = now() where x.id = s.id;
  end if;
  return query select s.person_id, s.id, s.roles, s.rules_at is not null, s.locale, s.proven_at;
end $$;

-- The spaces in which the viewer decides about others' posts: those he moderates by name, and with the role, shown in this
-- session, all that he reads. A job has no session; it asks for the role itself.
create or replace function app.moderated() returns int[] language sql stable security definer set search_path = pg_catalog as $$
  select case when exists (select from public.account_role r where r.person_id = app.viewer() and r.role = 'moderator')
      and (coalesce(current_setting('app.roles', true), 'job') = 'job' or 'moderator' = any (string_to_array(current_setting('app.roles', true), ',')))
    then app.spaces()
    else array(select s.id from public.space s where s.kind not in ('public', 'members', 'state')
      and s.id = any (app.spaces_of(app.viewer(), 'moderate'))) end
$$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it would show to unproven sessions what moderators read.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a session still has to agree to the newest rules; requests to join a group that nobody answers come to an end. */
export class RulesAgain1790000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- As before, and whether a version of the rules asks for agreement that he has not given: until then he reads and changes nothing.
drop function app.enter(bytea);
create function app.enter(a_token bytea)
returns table (person_id int, session_id int, roles text[], member boolean, locale text, signed_in_at timestamptz, rules_due boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare s record;
begin
  select x.id, x.person_id, x.used_at, a.rules_at, a.locale,
    coalesce(a.rules_at < (select i.rules_asked_at from public.instance i), false) as due,
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
  return query select s.person_id, s.id, s.roles, s.rules_at is not null, s.locale, s.proven_at, s.due;
end $$;

-- By the clock, when nobody looks: what waited to join a group since before that moment.
create function app.lapse_joinings(a_before timestamptz, a_at timestamptz) returns table (id int, space_id int, person_id int)
language sql security definer set search_path = pg_catalog as $$
  update public.space_joining j set state = 'lapsed', decided_at = a_at where j.state = 'open' and j.at < a_before
  returning j.id, j.space_id, j.person_id
$$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: who has not agreed again would change things as before.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was only asked before is now held by PostgreSQL: which rules were agreed to, who comes where, who stays in a space. */
export class FirmRules1790000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The version of the rules that was agreed to; null, for who agreed before it was kept, counts as the first.
alter table account add column rules_version int;
update account a set rules_version = (select coalesce(max(v.version), 1) from text_version v where v.at <= a.rules_at)
  where a.rules_at is not null and exists (select from text_version);
-- The texts that stood before the first change were nobody's. The column rules_asked_at is kept up for the version before.
-- squawk-ignore ban-drop-not-null
alter table text_version alter column person_id drop not null;

-- As before, but by versions: of two clocks, one could say that he agreed to what he had not read.
create or replace function app.enter(a_token bytea)
returns table (person_id int, session_id int, roles text[], member boolean, locale text, signed_in_at timestamptz, rules_due boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare s record;
begin
  select x.id, x.person_id, x.used_at, a.rules_at, a.locale,
    a.rules_at is not null and coalesce(coalesce(a.rules_version, 1) < (select max(v.version) from public.text_version v where v.asks), false) as due,
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

-- Where who comes to an organisation arrives: there, or where it went; null where it is no more. Held against its end.
create function app.place_of(a_organisation int, a_day date) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare place int := a_organisation; one record;
begin
  loop
    perform from public.organisation o where o.id = place for share;
    select o.merged_into, o.valid_to, i.state into one from public.organisation o join public.item i on i.id = o.id where o.id = place;
    if one.state = 'merged' and one.merged_into is not null then
      place := one.merged_into;
    else
      return case when one.state = 'open' and (one.valid_to is null or one.valid_to >= a_day) then place end;
    end if;
  end loop;
end $$;

-- As before, and: into a group only coordinators and administrators put somebody unasked. Who left meanwhile is not put back.
create or replace function app.set_member(a_space int, a_person int, a_level text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare viewer int := app.viewer();
begin
  -- One change at a time in a space: what is asked next is asked of what the change before has left.
  perform from public.space s where s.id = a_space for no key update;
  if not a_space = any (app.spaces_of(viewer, 'read')) then raise exception 'space out of sight' using errcode = '42501'; end if;
  if app.space_kind(a_space) in ('public', 'members', 'state') or not (app.runs_space(a_space)
      or (a_level is null and a_person = viewer and app.space_kind(a_space) = 'group')) then
    raise exception 'members are not his to set' using errcode = '42501';
  end if;
  if a_level is distinct from 'moderate'
    and exists (select from public.space_member m where m.space_id = a_space and m.person_id = a_person and m.level = 'moderate')
    and not exists (select from public.space_member m join public.person_standing p using (person_id)
      where m.space_id = a_space and m.person_id <> a_person and m.level = 'moderate' and p.member) then
    raise exception 'no moderator would remain' using errcode = '23514', constraint = 'space_keeps_moderator';
  end if;
  if a_level is null then
    delete from public.space_member where space_id = a_space and person_id = a_person;
    return;
  end if;
  update public.space_member set level = a_level where space_id = a_space and person_id = a_person;
  if not found then
    if app.space_kind(a_space) = 'group' and not exists (select from public.account_role r
        where r.person_id = viewer and r.role in ('coordinator', 'administrator')) then
      raise exception 'nobody is put into a group' using errcode = '42501';
    end if;
    insert into public.space_member (space_id, person_id, level) values (a_space, a_person, a_level);
  end if;
  update public.space_joining set state = 'accepted', decided_by = viewer, decided_at = now()
    where space_id = a_space and person_id = a_person and state = 'open';
end $$;

-- Who is not in an organisation any more leaves its spaces, also those that who records it does not see; which he is in, the
-- person's own row says. Where no moderator is left, one follows: who represents the organisation, who writes, who was first.
create function app.leave_spaces(a_person int) returns table (in_space int, who int, now_level text)
language plpgsql security definer set search_path = pg_catalog as $$
declare viewer int := app.viewer(); one record;
begin
  if not (viewer = a_person
    or exists (select from public.account_role r where r.person_id = viewer and r.role in ('coordinator', 'administrator'))
    or exists (with recursive his(id) as (select r.organisation_id from public.representative r where r.person_id = viewer
        union select o.id from public.organisation o join his h on o.parent_id = h.id)
      select from public.position x where x.person_id = a_person and x.organisation_id in (select id from his))) then
    raise exception 'not his to end' using errcode = '42501';
  end if;
  for one in
    with recursive kept(id, up) as (
      select o.id, o.parent_id from public.person p join public.organisation o on o.id = p.organisation_id where p.id = a_person
      union select o.id, o.parent_id from public.organisation o join kept k on k.up = o.id)
    select s.id, s.organisation_id from public.space s
    where s.kind = 'organisation' and s.organisation_id is not null and s.organisation_id not in (select id from kept)
      and exists (select from public.space_member m where m.space_id = s.id and m.person_id = a_person)
    order by s.id for no key update of s
  loop
    delete from public.space_member m where m.space_id = one.id and m.person_id = a_person;
    continue when not found;
    in_space := one.id; who := a_person; now_level := null;
    return next;
    continue when exists (select from public.space_member m join public.person_standing p using (person_id)
      where m.space_id = one.id and m.level = 'moderate' and p.member);
    select m.person_id into who from public.space_member m join public.person_standing p using (person_id)
      where m.space_id = one.id and p.member
      order by not exists (select from public.representative r where r.person_id = m.person_id and r.organisation_id = one.organisation_id),
        m.level <> 'write', m.person_id limit 1;
    continue when not found;
    update public.space_member m set level = 'moderate' where m.space_id = one.id and m.person_id = who;
    now_level := 'moderate';
    return next;
  end loop;
end $$;
-- What the version before calls.
create or replace function app.leave_spaces(a_person int, a_kept int[]) returns void language sql security definer set search_path = pg_catalog as
$$ select app.leave_spaces(a_person) $$;

-- As before, where the one went into the other; or an administrator takes that back, for the spaces that went over by it.
create or replace function app.hand_over_spaces(a_from int, a_into int, a_only int[]) returns int[]
language plpgsql security definer set search_path = pg_catalog as $$
declare moved int[];
begin
  if not exists (select from public.organisation o where o.id = a_from and o.merged_into = a_into)
    and (a_only is null or not exists (select from public.account_role r where r.person_id = app.viewer() and r.role = 'administrator')) then
    raise exception 'nothing to hand over' using errcode = '42501';
  end if;
  with gone as (update public.space s set organisation_id = a_into
    where s.organisation_id = a_from and (a_only is null or s.id = any (a_only)) returning s.id)
  select coalesce(array_agg(id), '{}') into moved from gone;
  return moved;
end $$;
create or replace function app.hand_over_spaces(a_from int, a_into int) returns void language sql security definer set search_path = pg_catalog as
$$ select app.hand_over_spaces(a_from, a_into, null) $$;

-- Whether an administrator put a topic where it stands; its words are another matter. The order has a version of its own.
alter table topic add column placed boolean not null default false;
update topic set placed = true where edited;
alter table instance add column topic_order int not null default 1;

-- The same said twice: the first stays, so that the index can be made.
update abbreviation a set retired_at = now() where a.retired_at is null and exists (select from abbreviation b
  where b.abbreviation = a.abbreviation and b.meaning = a.meaning and b.retired_at is null and b.id < a.id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it would open what was only asked before.');
  }
}

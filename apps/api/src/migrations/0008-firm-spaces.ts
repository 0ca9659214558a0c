import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names are told apart only where every member reads: a taken one would tell an enterprise of the state bodies' space. */
export class SharedSlug1790000000008 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create unique index concurrently space_shared_slug_taken on space (slug) where kind in ('public', 'members')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: the index before it told of spaces out of sight.');
  }
}

/** The index before, which also held the state bodies' spaces. */
export class NoHiddenSlug1790000000008 implements MigrationInterface {
  readonly transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently if exists space_slug_taken');
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it told of spaces out of sight.');
  }
}

/** The wall itself asks who may change members, and keeps a moderator where there is one. */
export class FirmSpaces1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create or replace function app.set_member(a_space int, a_person int, a_level text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare viewer int := app.viewer();
begin
  -- One change at a time in a space: what is asked next is asked of what the change before has left.
  perform from public.space s where s.id = a_space for no key update;
  if not a_space = any (app.spaces_of(viewer, 'read')) then raise exception 'space out of sight' using errcode = '42501'; end if;
  if app.space_kind(a_space) in ('public', 'members', 'state') or not (a_space = any (app.spaces_of(viewer, 'moderate'))
      or exists (select from public.account_role r where r.person_id = viewer and r.role in ('coordinator', 'administrator'))) then
    raise exception 'members are not his to set' using errcode = '42501';
  end if;
  if a_level is distinct from 'moderate'
    and exists (select from public.space_member m where m.space_id = a_space and m.person_id = a_person and m.level = 'moderate')
    and not exists (select from public.space_member m join public.person_standing p using (person_id)
      where m.space_id = a_space and m.person_id <> a_person and m.level = 'moderate' and p.member) then
    raise exception 'no moderator would remain' using errcode = '23514', constraint = 'space_keeps_moderator';
  end if;
  if a_level is null then delete from public.space_member where space_id = a_space and person_id = a_person;
  else
    insert into public.space_member (space_id, person_id, level) values (a_space, a_person, a_level)
    on conflict (person_id, space_id) do update set level = excluded.level;
  end if;
end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: it would let readers make themselves moderators.');
  }
}

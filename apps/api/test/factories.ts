import { fold, nameSortKey, sortKey } from '@hat-nhan/vietnamese';

export interface NewPerson {
  name?: string;
  roles?: ('moderator' | 'editor' | 'coordinator' | 'administrator')[];
  /** Id of an organisation; one of its own is made otherwise. */
  organisation?: number;
  enterprise?: boolean;
  title?: string;
  /** False: has an account but has not accepted the rules. */
  member?: boolean;
  email?: string;
}

export interface Factories {
  makePerson(given?: NewPerson): Promise<{ id: number; name: string; organisationId: number }>;
  organisation(given?: { name?: string; kind?: string; parent?: number }): Promise<number>;
  topic(given?: { slug?: string; name?: string }): Promise<number>;
  /** A space; members by name for kinds that have them. */
  space(given: {
    kind: string;
    name?: string;
    members?: { id: number; level?: 'read' | 'write' | 'moderate' }[];
  }): Promise<number>;
  /** Ids of the three spaces that every instance has. */
  baseSpaces(): Promise<{ public: number; members: number; state: number }>;
}

type Sql = <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;
/** Rows as the owner writes them; each call makes its own, so that tests share nothing. */
export function makeFactories(sql: Sql): Factories {
  let count = 0;
  const idOf = async (text: string, values: unknown[]) => (await sql<{ id: number }>(text, values))[0]!.id;
  const spaceId = (slug: string) => idOf('select id from space where slug = $1', [slug]);
  const item = async (kind: string, title: string) => {
    const home = await spaceId('cong-khai');
    return {
      home,
      id: await idOf('insert into item (space_id, kind, title) values ($1, $2, $3) returning id', [home, kind, title]),
    };
  };

  const organisation: Factories['organisation'] = async ({
    name = `Đơn vị thử ${++count}`,
    kind = 'province',
    parent,
  } = {}) => {
    const { home, id } = await item('organisation', name);
    await sql(
      `insert into organisation (id, space_id, kind, name, folded, sort_key, parent_id, top_id)
       values ($1, $2, $3, $4, $5, $6, $7, coalesce((select top_id from organisation where id = $7), $1))`,
      [id, home, kind, name, fold(name), sortKey(name), parent ?? null],
    );
    return id;
  };

  return {
    organisation,
    async makePerson(given = {}) {
      const name = given.name ?? `Lê Thị Thử ${++count}`;
      const organisationId =
        given.organisation ?? (await organisation({ kind: given.enterprise ? 'enterprise' : 'province' }));
      const words = [name, fold(name), nameSortKey(name), given.title ?? 'Chuyên viên', '', organisationId];
      const id = await idOf('select app.make_person($1, $2, $3, $4, $5, $6, false) as id', words);
      await sql('insert into account (person_id, rules_at, rules_version) select $1, $2, text_version from instance', [
        id,
        given.member === false ? null : new Date(),
      ]);
      const address = given.email ?? `person-${id}@test.example`;
      await sql('insert into email (person_id, address, main, confirmed_at) values ($1, $2, true, now())', [
        id,
        address,
      ]);
      for (const role of given.roles ?? [])
        await sql('insert into account_role (person_id, role) values ($1, $2)', [id, role]);
      return { id, name, organisationId };
    },
    async topic({ slug = `chu-de-${++count}`, name = `Chủ đề ${count}` } = {}) {
      const { home, id } = await item('topic', name);
      await sql(
        `insert into topic (id, space_id, position, slug, name, name_en, description, description_en) values ($1, $2, $3, $4, $5, $5, '', '')`,
        [id, home, 100 + count, slug, name],
      );
      return id;
    },
    async space({ kind, name = `Không gian ${++count}`, members = [] }) {
      const id = await idOf('insert into space (kind, slug, name) values ($1, $2, $3) returning id', [
        kind,
        `khong-gian-${++count}`,
        name,
      ]);
      for (const member of members) {
        await sql('insert into space_member (space_id, person_id, level) values ($1, $2, $3)', [
          id,
          member.id,
          member.level ?? 'write',
        ]);
      }
      return id;
    },
    async baseSpaces() {
      return {
        public: await spaceId('cong-khai'),
        members: await spaceId('thanh-vien'),
        state: await spaceId('co-quan-nha-nuoc'),
      };
    },
  };
}

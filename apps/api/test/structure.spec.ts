import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditActions } from '@hat-nhan/contracts/audit-words';
import { regions } from '@hat-nhan/contracts/regions';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { readRegistry } from '../src/registries/files.js';
import { openWorld, type World } from './api.js';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(SRC + path, 'utf8') }));

describe('the structure', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('has entities whose columns, types and nullability are those of the tables', async () => {
    const source = world.app.get<DataSource>(getDataSourceToken());
    const rows = await world.sqlAsOwner<{ table: string; column: string; type: string; nullable: boolean }>(
      `select table_name as table, column_name as column, udt_name as type, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`,
    );
    const types: Record<string, string> = {
      int: 'int4',
      integer: 'int4',
      bigint: 'int8',
      boolean: 'bool',
      real: 'float4',
      smallint: 'int2',
    };
    expect(source.entityMetadatas.length).toBeGreaterThan(3);
    for (const entity of source.entityMetadatas) {
      for (const column of entity.columns) {
        const found = rows.find((row) => row.table === entity.tableName && row.column === column.databaseName);
        const type = String(column.type);
        expect({
          at: `${entity.tableName}.${column.databaseName}`,
          type: found?.type.replace(/^_/, ''),
          nullable: found?.nullable,
        }).toEqual({
          at: `${entity.tableName}.${column.databaseName}`,
          type: types[type] ?? type,
          nullable: column.isNullable,
        });
      }
    }
  });

  it('publishes every event that somebody hears', () => {
    const names = (pattern: RegExp) =>
      new Set(sources.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1]!)));
    const heard = names(/@On\('([\w.]+)'\)/g);
    const publishers = sources
      .filter(({ text }) => /\bpublish\(/.test(text))
      .map(({ text }) => text.replace(/@On\('[\w.]+'\)/g, ''));
    expect([...heard].filter((name) => !publishers.some((text) => text.includes(`'${name}'`)))).toEqual([]);
    expect(heard.size).toBeGreaterThan(3);
  });

  // What goes through `audit()` has its words by its type; here is what SQL writes by itself.
  it('has words in both languages for every action that SQL records', () => {
    const written = sources.flatMap(({ text }) =>
      text
        .split(/insert into audit \(/i)
        .slice(1)
        .flatMap((rest) => /'([a-z]\w*\.\w+|limited|refused)'/i.exec(rest.slice(0, 300))?.[1] ?? []),
    );
    expect(written).toEqual(expect.arrayContaining(['answerInvitation.answer', 'invitation.expire', 'limited']));
    expect(written.filter((action) => !(action in auditActions))).toEqual([]);
  });

  it('knows every region of the registry in English', () => {
    const named = new Set(readRegistry().organisations.map(({ region }) => region));
    named.delete('');
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((region) => !regions[region])).toEqual([]);
  });

  it('reads memberships for reading decisions in one place only', () => {
    const readers = sources.filter(
      ({ text, path }) =>
        /from (public\.)?space_member|join (public\.)?space_member/.test(text) && !path.startsWith('demo/'),
    );
    // The wall itself, and the list of members of a space that its readers may see.
    expect(readers.map(({ path }) => path).toSorted()).toEqual([
      'migrations/0001-foundation.ts',
      'migrations/0008-firm-spaces.ts',
      'migrations/0024-groups.ts',
      // Takes memberships away and reads none.
      'migrations/0027-registry.ts',
      'migrations/0043-firm-rules.ts',
      'spaces/spaces.sql.ts',
    ]);
  });
});

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrations } from '../src/migrations/migrate.js';

const squawk = createRequire(import.meta.url).resolve('squawk-cli/js/bin/squawk');

/** These make the tables of the first version, when there is nothing in them yet. */
const FIRST = 7;

/** Rules of squawk that do not fit this house. */
const NOT_OURS = [
  'prefer-bigint-over-int', // ids are int4: the keys of the search index are
  'prefer-robust-stmts', // a migration is one transaction, or one statement
  'require-lock-timeout', // the owner's connection has one
  'require-statement-timeout', // filling a column may take long
];

async function sqlOf(migration: MigrationInterface): Promise<string> {
  const lines: string[] = [];
  await migration.up({ query: async (sql: string) => void lines.push(sql) } as unknown as QueryRunner);
  return lines.join(';\n');
}

/** What squawk says against a migration; empty when it may run while the product serves. */
function complaints(sql: string, inTransaction: boolean): string {
  const options = [
    squawk,
    '--reporter',
    'gcc',
    '--stdin-filepath',
    'migration.sql',
    '--pg-version',
    '15',
    '--exclude',
    NOT_OURS.join(','),
  ];
  if (inTransaction) options.push('--assume-in-transaction');
  try {
    return execFileSync(process.execPath, options, { input: sql, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe('migrations', () => {
  it('run while the product serves', async () => {
    for (const Migration of migrations.slice(FIRST)) {
      const migration: MigrationInterface = new Migration();
      expect(complaints(await sqlOf(migration), migration.transaction !== false)).toBe('');
    }
  });

  it('refuses what would stop readers and writers', () => {
    expect(complaints('create index answer_thread on answer (thread_id);', true)).toMatch(/concurrent/);
    expect(complaints('alter table post drop column source;', true)).toMatch(/drop/i);
    expect(complaints('alter table post add column kind int not null;', true)).toMatch(/not-null|not null/i);
    expect(complaints('create index concurrently answer_thread on answer (thread_id);', false)).toBe('');
  });
});

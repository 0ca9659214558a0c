import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';

/** A statement with the name under which PostgreSQL keeps its plan. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const statements = new Map<string, Statement>();

/** Makes a statement; the same text is the same prepared statement on every connection. */
export function sql(text: string): Statement {
  let statement = statements.get(text);
  if (!statement) {
    statement = { name: createHash('sha1').update(text).digest('base64url').slice(0, 20), text };
    statements.set(text, statement);
  }
  return statement;
}

/** The one connection of a request: SQL for reading and counting, entities for writing. */
export class Db {
  /** True once an event was published: after the commit, listeners on every process are woken. */
  published = false;
  /** Statements sent so far, for logs, tests and the bench. */
  sent = 0;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {}

  /** Entities, on this connection and in its transaction. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Runs a prepared statement and gives its rows. */
  async rows<T>(statement: Statement, values: readonly unknown[] = []): Promise<T[]> {
    this.sent++;
    const result = await this.client.query<T & object>({
      name: statement.name,
      text: statement.text,
      values: [...values],
    });
    return result.rows as T[];
  }

  /** The first row, or undefined. */
  async row<T>(statement: Statement, values: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(statement, values))[0];
  }

  /** Number of rows that a writing statement touched. */
  async run(statement: Statement, values: readonly unknown[] = []): Promise<number> {
    this.sent++;
    const result = await this.client.query({ name: statement.name, text: statement.text, values: [...values] });
    return result.rowCount ?? 0;
  }
}

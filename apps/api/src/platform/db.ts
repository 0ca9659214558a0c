import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

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
  /** Set when the connection can not be used again. */
  broken: Error | undefined;

  private entities: EntityManager | undefined;
  private open = false;
  private readonly last: [Statement, readonly unknown[]][] = [];

  constructor(
    private readonly source: DataSource,
    private readonly client: PoolClient,
    /** Milliseconds after which an answer is not waited for any more. */
    private readonly patience: number,
  ) {}

  /** Entities, on this connection and in its transaction. */
  get manager(): EntityManager {
    if (!this.entities) {
      const runner = this.source.createQueryRunner();
      // Ours: the connection is taken and the transaction begun, so TypeORM shall do neither.
      Object.assign(runner, { databaseConnection: this.client, isTransactionActive: true, transactionDepth: 1 });
      this.entities = runner.manager;
    }
    return this.entities;
  }

  /** Begins the transaction of this request. */
  async begin(): Promise<void> {
    this.open = true;
    await this.control('begin');
  }

  /** Sends the statements kept for the end and commits; nothing without an open transaction. Throws what any of them threw. */
  async commit(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    await this.together(() => {
      const ends = this.last.splice(0).map(([statement, values]) => this.run(statement, values));
      return Promise.all([...ends, this.control('commit')]);
    });
  }

  /** Undoes what was written, unless it was committed. Never throws: a connection on which that fails is closed. */
  async rollback(): Promise<void> {
    this.published &&= !this.open;
    if (!this.open) return;
    this.open = false;
    await this.control('rollback').catch((error: Error) => {
      this.broken = error;
    });
  }

  private async control(command: 'begin' | 'commit' | 'rollback'): Promise<void> {
    this.sent++;
    const answer = await this.client.query(command);
    // A transaction that failed before answers COMMIT with ROLLBACK, and no error.
    if (command === 'commit' && answer.command !== 'COMMIT') throw new Error('The transaction was undone.');
  }

  /** Runs a prepared statement and gives its rows. */
  async rows<T>(statement: Statement, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.query<T>(statement, values)).rows;
  }

  /** The first row, or undefined. */
  async row<T>(statement: Statement, values: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(statement, values))[0];
  }

  /** Number of rows that a writing statement touched. */
  async run(statement: Statement, values: readonly unknown[] = []): Promise<number> {
    return (await this.query(statement, values)).rowCount ?? 0;
  }

  private query<T>({ name, text }: Statement, values: readonly unknown[]): Promise<QueryResult<T & object>> {
    this.sent++;
    const query: QueryConfig & { query_timeout: number } = {
      name,
      text,
      values: [...values],
      query_timeout: this.patience,
    };
    return this.client.query<T & object>(query);
  }

  /** Keeps a writing statement, whose outcome nobody needs, for the commit: both are sent in one go. */
  later(statement: Statement, values: readonly unknown[]): void {
    if (!this.open) throw new Error('Nothing is kept for a commit that does not come.');
    this.last.push([statement, values]);
  }

  /** Sends the statements that `send` starts with one system call, where each of its own costs as much as the statement. */
  together<T>(send: () => T): T {
    const { stream } = (this.client as unknown as { connection: { stream: Duplex } }).connection;
    stream.cork();
    try {
      return send();
    } finally {
      stream.uncork();
    }
  }
}

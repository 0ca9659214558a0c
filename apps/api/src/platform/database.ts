import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { types, type Pool, type PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { Db, sql } from './db.js';

const TIMESTAMPTZ = 1184;
const TIMESTAMP = 1114;
const DATE = 1082;
const INT8 = 20;
// Dates go out as they came, in ISO 8601: parsing them only to print them again is work nobody asked for.
const asIso = (text: string) => `${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`;
const parsers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, asIso],
  [TIMESTAMP, asIso],
  [DATE, (text) => text],
  [INT8, Number],
]);
const plainTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format as 'text'),
};

/** Seconds after which PostgreSQL gives up a statement, a lock, and a transaction that nobody works in. */
export const TIMEOUTS = { statement: 5, lock: 2, idleInTransaction: 10 } as const;

/** What TypeORM needs to open the server's pool. `entities` are classes. */
export function dataSourceOptions(url: string, poolSize: number, entities: (new () => object)[]) {
  return {
    type: 'postgres' as const,
    url,
    entities,
    synchronize: false,
    logging: false as const,
    poolSize,
    applicationName: 'hat-nhan',
    extra: {
      types: plainTypes,
      connectionTimeoutMillis: 3000,
      options: `-c statement_timeout=${TIMEOUTS.statement}s -c lock_timeout=${TIMEOUTS.lock}s -c idle_in_transaction_session_timeout=${TIMEOUTS.idleInTransaction}s -c TimeZone=UTC -c jit=off`,
    },
  };
}

const ENTER = sql('select * from app.enter($1)');
const LEAVE = sql(`select set_config('app.viewer', '', false)`);
const LOOK_AS = sql(`select set_config('app.viewer', $1, false)`);
const NOTIFY = sql(`select pg_notify('hat_nhan', '')`);

/** The visitor's number: he sees what is public. No viewer at all sees nothing. */
const VISITOR = 0;

export interface Entered {
  person_id: number;
  session_id: number;
  roles: string[];
  member: boolean;
  locale: 'vi' | 'en';
  signed_in_at: string;
}

export interface Work<T> {
  /** SHA-256 of the session token, or null for a visitor. Absent: nobody looks, and walled tables are empty. */
  tokenHash?: Buffer | null;
  /** Whose eyes a job uses, where no session is at hand. */
  viewer?: number;
  /** One transaction around the work. */
  writes: boolean;
  run(db: Db, entered: Entered | undefined): Promise<T>;
}

/** The pool: every use of it checks a connection out, sets the viewer in one statement and clears him at release. */
@Injectable()
export class Database implements BeforeApplicationShutdown {
  /** Connections on their way back to the pool. */
  private readonly returning = new Set<Promise<void>>();

  constructor(readonly source: DataSource) {
    this.pool.on('error', () => {}); // a lost idle connection is replaced at the next checkout
    // A connection cut while it works fails its query; without a listener of its own it would also end the process.
    this.pool.on('connect', (client) => client.on('error', () => {}));
  }

  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** Runs `work` on one connection with its viewer set. Writing work is committed when it returns and undone when it throws. */
  async use<T>(work: Work<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const db = new Db(runner, client);
    try {
      const session = work.tokenHash ? await db.row<Entered>(ENTER, [work.tokenHash]) : undefined;
      const viewer = work.viewer ?? (work.tokenHash === null ? VISITOR : undefined);
      if (viewer !== undefined) await db.run(LOOK_AS, [String(viewer)]);
      return work.writes
        ? await transaction(runner, client, db, () => work.run(db, session))
        : await work.run(db, session);
    } finally {
      // The answer need not wait: the connection goes back to the pool once its viewer is cleared, not before.
      const returned = this.release(runner, db).finally(() => this.returning.delete(returned));
      this.returning.add(returned);
    }
  }

  /** Clears the viewer whatever happened before; a connection on which that fails is closed, never used again. */
  private async release(runner: QueryRunner, db: Db): Promise<void> {
    const own = runner as QueryRunner & { releasePostgresConnection(error?: unknown): Promise<void> };
    const failure: unknown = await db.run(LEAVE).then(
      () => undefined,
      (error: unknown) => error,
    );
    await own.releasePostgresConnection(failure).catch(() => {}); // the data source was closed in the meantime
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.returning);
  }
}

async function transaction<T>(runner: QueryRunner, client: PoolClient, db: Db, work: () => Promise<T>): Promise<T> {
  await runner.startTransaction();
  db.sent++;
  try {
    const result = await work();
    await runner.commitTransaction();
    db.sent++;
    // Queued on the connection before it is cleared; a signal that is lost is made up for within a second.
    if (db.published) client.query(NOTIFY).catch(() => {});
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
    throw error;
  }
}

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { types, type Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Db, sql } from './db.js';
import { isPatient } from './patience.js';

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

/** Seconds after which PostgreSQL gives up a statement (of a request, of a job), a lock, and a transaction that nobody works in. */
export const TIMEOUTS = { statement: 5, job: 60, lock: 2, idleInTransaction: 10 } as const;
/** A job may give a single statement more time than its usual minute, up to this. */
const LONGEST_JOB = 30 * 60;
/** Milliseconds after which this process gives up a PostgreSQL that does not even say so. */
const silenceAfter = (seconds: number) => (seconds + 2) * 1000;

/** The visitor's number: he sees what is public. */
const VISITOR = '0';
/** Nobody sees nothing. */
const NOBODY = '';

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
      query_timeout: silenceAfter(TIMEOUTS.statement),
      pipeline: true,
      options: `-c statement_timeout=${TIMEOUTS.statement}s -c lock_timeout=${TIMEOUTS.lock}s -c idle_in_transaction_session_timeout=${TIMEOUTS.idleInTransaction}s -c TimeZone=UTC -c jit=off -c app.viewer=${VISITOR}`,
    },
  };
}

const ENTER = sql('select * from app.enter($1)');
const LOOK_AS = sql(`select set_config('app.viewer', $1, false), set_config('app.roles', 'job', false)`);
const PATIENCE = sql(`select set_config('statement_timeout', '${TIMEOUTS.job}s', false)`);
const IMPATIENCE = sql('reset statement_timeout');
const LEAVE_AND_NOTIFY = sql(
  `select set_config('app.viewer', $1, false), set_config('app.roles', 'job', false), pg_notify('hat_nhan', '')`,
);

export interface Entered {
  person_id: number;
  session_id: number;
  roles: string[];
  member: boolean;
  locale: 'vi' | 'en';
  signed_in_at: string;
  /** A version of the rules asks for agreement that he has not given. */
  rules_due: boolean;
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

/**
 * The pool. Its connections rest in the visitor's eyes, as they were opened, so that a visitor costs no statement;
 * every other use sets its viewer in one statement at checkout, and release sets the visitor again.
 */
@Injectable()
export class Database implements BeforeApplicationShutdown {
  /** Connections on their way back to the pool. */
  private readonly returning = new Set<Promise<void>>();

  constructor(readonly source: DataSource) {
    this.pool.on('error', () => {}); // a lost idle connection is replaced at the next checkout
  }

  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** Runs `work` on one connection with its viewer set. Writing work is committed when it returns and undone when it throws. */
  async use<T>(work: Work<T>): Promise<T> {
    const client = await this.pool.connect();
    // A connection cut while it works fails its query; without a listener of its own it would also end the process.
    if (client.listenerCount('error') === 0) client.on('error', () => {});
    const patient = isPatient();
    const db = new Db(this.source, client, silenceAfter(patient ? LONGEST_JOB : TIMEOUTS.statement));
    const visiting = work.tokenHash === null;
    let failed = false;
    // The answer need not wait: the connection goes back to the pool once its viewer is the visitor again, not before.
    const leave = () => {
      if (patient) db.run(IMPATIENCE).catch(() => {}); // the next statement fails too, and closes the connection
      const returned = release(client, db, visiting && !work.writes && !failed).finally(() =>
        this.returning.delete(returned),
      );
      this.returning.add(returned);
    };
    let result: T;
    try {
      // Answered in order: the transaction begins when the viewer is set.
      const [session] = await db.together(() =>
        Promise.all([
          work.tokenHash ? db.row<Entered>(ENTER, [work.tokenHash]) : undefined,
          !work.tokenHash && !visiting && db.run(LOOK_AS, [String(work.viewer ?? NOBODY)]),
          patient && db.run(PATIENCE),
          work.writes && db.begin(),
        ]),
      );
      result = await work.run(db, session);
    } catch (error) {
      failed = true; // what broke may be the connection: a statement more will tell
      await db.together(() => {
        const undone = db.rollback();
        leave();
        return undone;
      });
      throw error;
    }
    await db.together(() => {
      const done = db.commit();
      leave();
      return done;
    });
    return result;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.returning);
  }
}

/**
 * Sets the visitor again, whatever happened before, and wakes the listeners where an event was published (a signal that is
 * lost is made up for within a second). A connection on which that fails is closed, never used again.
 */
async function release(client: PoolClient, db: Db, unchanged: boolean): Promise<void> {
  const left = db.published ? db.run(LEAVE_AND_NOTIFY, [VISITOR]) : !unchanged && db.run(LOOK_AS, [VISITOR]);
  await Promise.resolve(left).then(
    () => client.release(db.broken),
    (error: Error) => client.release(error),
  );
}

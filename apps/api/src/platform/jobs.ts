import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { PgBoss, type Job } from 'pg-boss';
import type { EventName, Heard } from '../events.js';
import { Database } from './database.js';
import { Db, sql } from './db.js';
import { HORIZON } from './horizon.js';
import { listenersOf, timersOf, type Listener, type Timer } from './listen.js';
import { makeLog, type Logger } from './log.js';
import { patiently } from './patience.js';
import { Settings } from './settings.js';

interface EventRow {
  id: string;
  xid: string;
  name: EventName;
  payload: Heard['payload'];
  actor_id: number | null;
  at: string;
}

const QUIET_MS = 60_000;
/** Seconds that work by the clock may take: a recount of a large network is the longest. */
const NIGHT_WORK = 35 * 60;

const CURSOR = sql(`select xid::text from event_cursor where consumer = 'fan-out' for update skip locked`);
// Only transactions older than every running one of this database are read, so that none is passed over.
const NEXT = sql(`select id::text, xid::text, name, payload, actor_id, at from event
  where xid > $1::text::xid8 and xid < ${HORIZON} order by xid fetch first 500 rows with ties`);
const UNREAD = sql(`select e.id from event e, event_cursor c where c.consumer = 'fan-out' and e.xid > c.xid limit 1`);
const MOVE = sql(`update event_cursor set xid = $1::text::xid8 where consumer = 'fan-out'`);

const bossDb = (db: Pick<Db, 'rows'> | { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> }) => ({
  executeSql: async (text: string, values?: unknown[]) =>
    'rows' in db ? { rows: await db.rows(sql(text), values) } : db.query(text, values),
});

/** The worker: hands every event of the log to its listeners' queues, runs them, and runs what is due by the clock. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private boss: PgBoss | undefined;
  private listeners: Listener[] = [];
  private timers: Timer[] = [];
  private workers: string[] = [];
  private readonly log: Logger;
  private waking: Promise<void> | undefined;
  private again = false;
  private warned = { message: '', at: 0 };

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly database: Database,
    settings: Settings,
  ) {
    this.log = makeLog(settings.config.logLevel);
  }

  private collect(): void {
    const instances = this.discovery
      .getProviders()
      .flatMap((wrapper) => (wrapper.instance ? [wrapper.instance as object] : []));
    this.listeners = instances.flatMap(listenersOf);
    this.timers = instances.flatMap(timersOf);
  }

  /** Names of events that somebody hears; a test holds them against the event map. */
  heard(): Set<EventName> {
    if (this.listeners.length === 0) this.collect();
    return new Set(this.listeners.map((listener) => listener.event));
  }

  /** Opens the queues. With `run`, works on them until shutdown; without, `drain` does. */
  async start(run: boolean): Promise<void> {
    this.collect();
    this.boss = new PgBoss({ db: bossDb(this.database.pool), migrate: false, supervise: run, schedule: run });
    this.boss.on('error', (error) => this.warn(error));
    await this.boss.start();
    const retry = { retryLimit: 8, retryBackoff: true, retryDelay: 1 };
    for (const { queue } of this.listeners) await this.boss.createQueue(queue, { ...retry, expireInSeconds: 120 });
    for (const { queue } of this.timers) await this.boss.createQueue(queue, { ...retry, expireInSeconds: NIGHT_WORK });
    if (!run) return;
    for (const listener of this.listeners) {
      const work = (jobs: Job<Heard>[]) => this.runAll(listener, jobs);
      this.workers.push(await this.boss.work<Heard>(listener.queue, { pollingIntervalSeconds: 2 }, work));
    }
    for (const timer of this.timers) {
      await this.boss.work(timer.queue, { pollingIntervalSeconds: 5 }, () => timer.call());
      await this.boss.schedule(timer.queue, timer.cron, null, { tz: 'Asia/Ho_Chi_Minh' });
    }
  }

  /** What fails again and again, as all of it does without a database, is told once a minute. */
  private warn(error: Error): void {
    const now = performance.now();
    if (error.message === this.warned.message && now - this.warned.at < QUIET_MS) return;
    this.warned = { message: error.message, at: now };
    this.log.warn({ err: error }, 'jobs');
  }

  private async runAll(listener: Listener, jobs: Job<Heard>[]): Promise<void> {
    for (const job of jobs) await listener.call(job.data);
  }

  /** Reads the log on: called after every commit that published, and each second in case a signal was lost. */
  async wake(): Promise<void> {
    this.again = true;
    this.waking ??= (async () => {
      while (this.again) {
        this.again = false;
        while (await patiently(() => this.fanOut())) if (this.boss === undefined) return;
        for (const worker of this.workers) this.boss?.notifyWorker(worker); // at once, not at the next poll
      }
    })().finally(() => (this.waking = undefined));
    return this.waking;
  }

  /** Hands on up to 500 events in one transaction; true when there may be more. */
  private async fanOut(): Promise<boolean> {
    const boss = this.boss;
    if (!boss) return false;
    return this.database.use({
      writes: true,
      run: async (db) => {
        const cursor = await db.row<{ xid: string }>(CURSOR);
        if (!cursor) return false; // another process is at it
        const events = await db.rows<EventRow>(NEXT, [cursor.xid]);
        for (const event of events) {
          const heard: Heard = {
            id: event.id,
            name: event.name,
            payload: event.payload,
            actorId: event.actor_id,
            at: event.at,
          };
          for (const listener of this.listeners) {
            if (listener.event === event.name) await boss.send(listener.queue, heard, { db: bossDb(db) });
          }
        }
        const last = events.at(-1);
        if (last) await db.run(MOVE, [last.xid]);
        return events.length >= 500;
      },
    });
  }

  /**
   * For tests: hands on and runs everything until nothing is left. Failing listeners throw here. The log is read only up to
   * the oldest transaction of this database, so it may have to wait.
   */
  async drain(): Promise<void> {
    for (let round = 0; round < 1000; round++) {
      await this.fanOut();
      let worked = 0;
      for (const listener of this.listeners) {
        const jobs = (await this.boss?.fetch<Heard>(listener.queue, { batchSize: 100 })) ?? [];
        for (const job of jobs) {
          await listener.call(job.data);
          await this.boss?.complete(listener.queue, job.id);
          worked++;
        }
      }
      if (worked > 0) continue;
      const unread = await this.database.use({ writes: false, run: (db) => db.row(UNREAD) });
      if (!unread) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('The event log does not run dry.');
  }

  /** Runs one timer by its method name, as the clock would. For tests and the command line. */
  async run(name: string): Promise<void> {
    const timer = this.timers.find((candidate) => candidate.name === name);
    if (!timer) throw new Error(`No timer ${name}`);
    await timer.call();
  }

  async beforeApplicationShutdown(): Promise<void> {
    const boss = this.boss;
    this.boss = undefined;
    await this.waking?.catch(() => {});
    await boss?.stop({ graceful: true, timeout: 5000 });
  }
}

import { Injectable } from '@nestjs/common';
import type { Route } from '@hat-nhan/contracts';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { Database } from './database.js';
import { sql } from './db.js';
import { networkOf } from './network.js';
import { Problem } from './problem.js';

/** Calls a minute that one person or address may make, where its route says nothing else. */
const READS = 1200;
const WRITES = 90;
/** Calls a minute from one address, whoever makes them: a whole course may sit behind it. */
const ADDRESS = 6000;
/** Sessions whose holder this process has seen prove himself; enough to tell them apart from invented ones. */
const MOST_KNOWN = 20_000;

const LIMITED = sql(`insert into audit (actor_id, action, reason, request_id) values ($1, 'limited', $2, $3)`);

/** Reads that a process counts by itself before it tells the others: a write for each would cost more than the read. */
const TOLD_TOGETHER = 20;

/** Limits shared by all processes through PostgreSQL; plain reads are told to it twenty at a time. */
@Injectable()
export class Limits {
  private readonly shared = new Map<string, RateLimiterAbstract>();
  private readonly known = new Map<string, number>();
  private readonly addresses = new RateLimiterMemory({ points: ADDRESS, duration: 60 });
  private readonly reads = new RateLimiterMemory({ points: READS, duration: 60 });
  /** Reads of a person or address that the other processes do not know of yet. */
  private readonly untold = new Map<string, number>();

  constructor(private readonly database: Database) {}

  private limiterOf(name: string, points: number): RateLimiterAbstract {
    let limiter = this.shared.get(name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: this.database.pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: name,
        points,
        duration: 60,
        clearExpiredByTimeout: false,
        inMemoryBlockOnConsumed: points + 1,
      });
      this.shared.set(name, limiter);
    }
    return limiter;
  }

  /** Remembers whose session PostgreSQL has confirmed, by the hash of its token; or forgets one that it has not. */
  learn(session: string, personId: number | undefined): void {
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    if (personId === undefined) this.known.delete(session);
    else this.known.set(session, personId);
  }

  /**
   * Counts one call on a route: for a confirmed session by its person, whatever his sessions, for everybody else by his
   * address. What anyone may change (signing in) is always counted by address, so that no cookie gains anything. Throws `too-many-requests` with Retry-After.
   */
  async count(route: Route, session: string | undefined, request: { id: string; ip: string }): Promise<void> {
    const address = networkOf(request.ip);
    const record = (personId: number | null) => this.record(personId, route.name, request.id);
    await this.consume(this.addresses, address, () => record(null));
    const open = route.access === 'anyone' && route.method !== 'GET';
    const person = session === undefined || open ? undefined : this.known.get(session);
    const who = person === undefined ? address : `person ${person}`;
    const refused = () => record(person ?? null);
    if (route.method === 'GET' && route.perMinute === undefined) return this.countRead(who, refused);
    const limiter = this.limiterOf(route.perMinute === undefined ? 'write' : route.name, route.perMinute ?? WRITES);
    await this.consume(limiter, who, refused);
  }

  private async countRead(who: string, refused: () => Promise<unknown>): Promise<void> {
    await this.consume(this.reads, who, refused);
    if (this.untold.size >= MOST_KNOWN) this.untold.clear();
    const untold = (this.untold.get(who) ?? 0) + 1;
    this.untold.set(who, untold % TOLD_TOGETHER);
    if (untold < TOLD_TOGETHER) return;
    try {
      await this.consume(this.limiterOf('read', READS), who, refused, TOLD_TOGETHER);
    } catch (problem) {
      // What all processes together refuse, this one refuses without asking again.
      const seconds = problem instanceof Problem ? (problem.details.retryAfter ?? 0) : 0;
      if (seconds > 0) await this.reads.block(who, seconds);
      throw problem;
    }
  }

  /** `refused` is called for the first call beyond the limit, not for those that keep knocking. */
  private async consume(
    limiter: RateLimiterAbstract,
    who: string,
    refused: () => Promise<unknown>,
    points = 1,
  ): Promise<void> {
    try {
      await limiter.consume(who, points);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      if (refusal.consumedPoints > limiter.points && refusal.consumedPoints <= limiter.points + points) await refused();
      throw new Problem('too-many-requests', { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) });
    }
  }

  private record(personId: number | null, limit: string, requestId: string): Promise<number> {
    return this.database.use({ writes: true, run: (db) => db.run(LIMITED, [personId, limit, requestId]) });
  }
}

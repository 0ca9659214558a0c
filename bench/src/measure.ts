import { Client } from 'pg';
import type { Cluster } from './cluster.js';
import { fire, quantile, type Shot } from './load.js';
import { millisecondsBetween, postgresProcesses, readClocks } from './processes.js';
import type { Server } from './servers.js';

/** What one server spent on one series of requests; everything per request. */
export interface Spent {
  /** Milliseconds of CPU of the server's process. */
  serverCpu: number;
  /** Milliseconds of CPU of PostgreSQL: this server's connections and what works for all. */
  postgresCpu: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  statements: number;
  /** Shared buffers touched, and how many of them had to be read. */
  buffers: number;
  read: number;
}

const COUNTED = `select coalesce(sum(calls), 0)::int as calls,
    coalesce(sum(shared_blks_hit + shared_blks_read), 0)::int as buffers, coalesce(sum(shared_blks_read), 0)::int as read
  from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = $1 and s.toplevel`;
// The bench's own connections and those of the other server are not asked.
const FOREIGN = 'select pid from pg_stat_activity where datname is not null and datname <> $1';

/** Measures one server at a time on the cluster that both share. */
export class Meter {
  private constructor(
    private readonly cluster: Cluster,
    private readonly watcher: Client,
  ) {}

  static async open(cluster: Cluster): Promise<Meter> {
    const watcher = new Client(cluster.watcherUrl);
    await watcher.connect();
    return new Meter(cluster, watcher);
  }

  /** Sends the shots and tells what they took. */
  async spend(server: Server, shots: readonly Shot[], connections: number): Promise<Spent> {
    await this.watcher.query('select pg_stat_statements_reset()');
    const foreign = await this.foreign(server);
    const postgres = () => readClocks(postgresProcesses(this.cluster.postmaster).filter((pid) => !foreign.has(pid)));
    const [postgresBefore, before] = [postgres(), readClocks([server.pid])];
    const { latencies } = await fire(server, shots, connections);
    const [postgresAfter, after] = [postgres(), readClocks([server.pid])];
    const counted = await this.watcher.query<{ calls: number; buffers: number; read: number }>(COUNTED, [
      server.database,
    ]);
    const { calls, buffers, read } = counted.rows[0]!;
    const count = shots.length;
    return {
      serverCpu: millisecondsBetween(before, after) / count,
      postgresCpu: millisecondsBetween(postgresBefore, postgresAfter) / count,
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      statements: calls / count,
      buffers: buffers / count,
      read: read / count,
    };
  }

  /** Milliseconds of CPU that PostgreSQL spends on each shot, one after the other, ascending. */
  async postgresCpuOfEach(server: Server, shots: readonly Shot[]): Promise<number[]> {
    const foreign = await this.foreign(server);
    const each: number[] = [];
    for (const shot of shots) {
      const clocks = () => readClocks(postgresProcesses(this.cluster.postmaster).filter((pid) => !foreign.has(pid)));
      const before = clocks();
      await fire(server, [shot], 1);
      each.push(millisecondsBetween(before, clocks()));
    }
    return each.toSorted((left, right) => left - right);
  }

  private async foreign(server: Server): Promise<Set<number>> {
    const { rows } = await this.watcher.query<{ pid: number }>(FOREIGN, [server.database]);
    return new Set(rows.map(({ pid }) => pid));
  }

  async close(): Promise<void> {
    await this.watcher.end();
  }
}

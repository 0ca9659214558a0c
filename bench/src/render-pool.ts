import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Batch, Source } from './render-worker.js';

const WAITING_PER_WORKER = 3;

/** Threads that render; each answers its batches in the order in which it was asked. */
export class RenderPool {
  private readonly workers = Array.from({ length: Math.max(2, availableParallelism()) }, () => {
    const worker = new Worker(new URL('render-worker.js', import.meta.url));
    return { worker, before: Promise.resolve() as Promise<unknown> };
  });
  private next = 0;

  /** Batches that may wait at once without one worker standing idle. */
  readonly depth = this.workers.length * WAITING_PER_WORKER;

  make(sources: Source[]): Promise<Batch> {
    const lane = this.workers[this.next++ % this.workers.length]!;
    const answer = lane.before.then(async () => {
      lane.worker.postMessage(sources, []);
      const [batch] = (await once(lane.worker, 'message')) as [Batch];
      return batch;
    });
    lane.before = answer;
    return answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map(({ worker }) => worker.terminate()));
  }
}

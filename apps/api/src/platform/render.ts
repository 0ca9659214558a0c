import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { limits, LIMITS, render, type LimitCode, type Rendered } from '@hat-nhan/markdown';
import { Gate } from './gate.js';
import { Problem, wrongField } from './problem.js';

type Outcome = { limit: LimitCode } | { rendered: Rendered };

/** Texts up to this many UTF-16 units are rendered at once, in a millisecond or two; longer ones in the worker. */
export const DIRECT = 2000;
/** Milliseconds after which the worker is killed. */
export const RENDER_TIMEOUT = 1000;

const outcomeOf = (source: string): Outcome => {
  const limit = limits(source);
  return limit ? { limit } : { rendered: render(source) };
};

// Plain JavaScript, so that it runs the same from sources and from the build.
const WORKER = `const { parentPort, workerData } = require('node:worker_threads');
const ready = import(workerData.markdown);
parentPort.on('message', async (source) => {
  const { limits, render } = await ready;
  const limit = limits(source);
  parentPort.postMessage(limit ? { limit } : { rendered: render(source) });
});`;

interface Open {
  worker: Worker;
  /** Ends the job at hand: with its outcome, or without one when the worker failed. */
  settle: (outcome: Outcome | undefined) => void;
}
let open: Open | undefined;
// Whoever waits here holds a connection of the pool: few may, so that long texts never take them all.
const gate = new Gate(1, 3);

function start(): Open {
  const markdown = pathToFileURL(createRequire(import.meta.url).resolve('@hat-nhan/markdown')).href;
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { markdown },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  const started: Open = { worker, settle: () => {} };
  worker.on('message', (outcome: Outcome) => started.settle(outcome));
  worker.on('error', () => started.settle(undefined));
  return started;
}

/** One text in the worker, which is killed when it does not answer in time; the next text finds a new one. */
function inWorker(source: string, timeout: number): Promise<Outcome> {
  const mine = (open ??= start());
  return new Promise((done, failed) => {
    mine.settle = (outcome) => {
      clearTimeout(timer);
      mine.settle = () => {};
      mine.worker.unref(); // an idle worker keeps no process alive
      if (outcome) return done(outcome);
      open = undefined;
      void mine.worker.terminate();
      failed(wrongField('/text', 'format'));
    };
    const timer = setTimeout(() => mine.settle(undefined), timeout);
    mine.worker.ref();
    mine.worker.postMessage(source); // oxlint-disable-line unicorn/require-post-message-target-origin -- a worker, not a window
  });
}

function refuse(limit: LimitCode): Problem {
  if (limit === 'too_deep') return wrongField('/text', 'format');
  const [code, maximum] = (
    {
      too_long: ['too-long', LIMITS.codePoints],
      too_many_mentions: ['too-many', LIMITS.mentions],
      too_many_links: ['too-many', LIMITS.links],
    } as const
  )[limit];
  return new Problem('invalid-input', { errors: [{ pointer: '/text', code, values: { maximum } }] });
}

/**
 * Renders the Markdown of a member as it is stored, without ever holding up other requests: what is long goes to a worker,
 * one after the other, with a kill after `timeout` milliseconds. Throws `invalid-input` at /text beyond a limit or the time,
 * `unavailable` when three long texts wait already.
 */
export async function renderSafely(source: string, timeout = RENDER_TIMEOUT): Promise<Rendered> {
  const outcome = source.length <= DIRECT ? outcomeOf(source) : await gate.run(() => inWorker(source, timeout));
  if ('limit' in outcome) throw refuse(outcome.limit);
  return outcome.rendered;
}

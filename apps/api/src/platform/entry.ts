import { nodeTooOld } from './node-version.js';
import { explain, faultOf } from './startup-error.js';

/**
 * Runs what a command does: the guard of Node's version, `.env` of the working folder (what is set already wins),
 * then `command`. A failure is one line on stderr and exit code 1; LOG_LEVEL=debug adds the stack.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    const tooOld = nodeTooOld(process.versions.node);
    if (tooOld !== null) fail(tooOld);
    loadEnvFile();
    await command();
  } catch (error) {
    if (/^(debug|trace)$/.test(process.env['LOG_LEVEL'] ?? '') && error instanceof Error) console.error(error.stack);
    fail(explain(error));
  }
}

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

function loadEnvFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if (faultOf(error).code !== 'ENOENT') throw error;
  }
}

// A terminal's Ctrl-C reaches this process twice, once from the terminal and once from npm, a millisecond apart.
const SAME_KEYSTROKE_MS = 400;

/**
 * Calls `stop` at the first SIGINT, SIGTERM or SIGHUP and exits 0, or 1 when it throws or takes longer than `patienceMs`.
 * A second signal exits at once with 1.
 */
export function onStopSignal(stop: () => Promise<void>, patienceMs = 10_000): void {
  let first: number | undefined;
  const listen = () => {
    if (first !== undefined) {
      if (performance.now() - first > SAME_KEYSTROKE_MS) process.exit(1);
      return;
    }
    first = performance.now();
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(explain(error)),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, listen);
}

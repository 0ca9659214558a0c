import { pino, type Logger } from 'pino';

export type { Logger };

const FLUSH_MS = 500;
// One write per 4 kB instead of one per request; what is left goes out twice a second and at the end.
const out = pino.destination({ dest: 1, sync: false, minLength: 4096 });
setInterval(() => out.flush(), FLUSH_MS).unref();
process.on('exit', () => out.flushSync());

interface Failure {
  name?: string;
  code?: unknown;
  constraint?: unknown;
  table?: unknown;
  stack?: string;
}

/** Where it failed, never with what: messages, parameters and details of a driver can hold texts and addresses. */
const traced = ({ name, code, constraint, table, stack }: Failure) => ({
  name,
  code,
  constraint,
  table,
  at: (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
});

/** JSON lines in UTC with request id and person id; never bodies, tokens or addresses. */
export const makeLog = (level: string): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: traced },
    },
    out,
  );

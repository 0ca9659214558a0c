import { pino, type Logger } from 'pino';

export type { Logger };

/** JSON lines in UTC with request id and person id; never bodies, tokens or addresses. */
export const makeLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers', '*.password', '*.token', '*.email'],
  });

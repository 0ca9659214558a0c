import type { File as Stored, ProblemBody } from '@hat-nhan/contracts';
import { call, ProblemError, unavailable } from './api.js';
import { reached, unreachable } from './connection.js';
import { locale } from './i18n.js';
import { files } from './routes.js';

/** Where the bytes of a file are read from; the page may show it to whoever may read its post. */
export const fileAddress = (key: string): string => `/api/files/${key}`;

/** Announces a file by name and size. Throws ProblemError. */
export const announceFile = async (file: File): Promise<string> =>
  (await call(files.announce, { name: file.name, bytes: file.size })).key;

function problemIn(request: XMLHttpRequest): ProblemError {
  const type = request.getResponseHeader('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return unavailable();
  return new ProblemError(JSON.parse(request.responseText) as ProblemBody);
}

/**
 * Sends the bytes of an announced file and tells how many have left (`fetch` cannot); the same again after a cut.
 * Throws ProblemError; `signal` ends it with its own reason.
 */
export function sendFile(
  key: string,
  file: File,
  options: { signal: AbortSignal; onProgress: (bytes: number) => void },
): Promise<Stored> {
  const { signal, onProgress } = options;
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const lost = () => {
      unreachable();
      failed(unavailable());
    };
    const cancel = () => {
      request.abort();
      failed(signal.reason);
    };
    request.open('PUT', `${fileAddress(key)}/content`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', locale());
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('error', lost);
    request.addEventListener('timeout', lost);
    request.addEventListener('load', () => {
      reached();
      if (request.status === 200) done(JSON.parse(request.responseText) as Stored);
      else failed(problemIn(request));
    });
    request.addEventListener('loadend', () => signal.removeEventListener('abort', cancel));
    signal.addEventListener('abort', cancel, { once: true });
    request.send(file);
  });
}

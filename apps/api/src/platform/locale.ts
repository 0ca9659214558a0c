import type { Locale } from '@hat-nhan/contracts';
import type { IncomingMessage } from 'node:http';

/** The reader's language: what the page says it shows, else his setting, else Vietnamese. */
export function localeOf(request: Pick<IncomingMessage, 'headers'>, preferred?: Locale): Locale {
  const said = request.headers['x-locale'];
  if (said === 'en' || said === 'vi') return said;
  if (preferred) return preferred;
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi';
}

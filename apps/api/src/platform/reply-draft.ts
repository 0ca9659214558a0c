import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReplyDraft } from './context.js';

/** Cookies of a request, by name. */
export function cookiesOf(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return cookies;
}

/** Over https the cookie carries the __Host- prefix; the demo on loopback has no https, and browsers would refuse it. */
export const cookieName = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name);

/** What the answer to `request` will set, before it is there; a handler reads cookies of the request by their plain names. */
export function draftReply(request: FastifyRequest, secure: boolean): ReplyDraft {
  const cookies = cookiesOf(request.headers.cookie);
  return { cookies: [], clearSiteData: false, cookie: (name) => cookies.get(cookieName(name, secure)) };
}

/** Puts what a handler asked for into the headers of the answer. */
export function applyDraft(draft: ReplyDraft, reply: FastifyReply, secure: boolean): void {
  for (const { name, value, maxAge, path } of draft.cookies) {
    const parts = [`${cookieName(name, secure)}=${value}`, `Path=${path}`, 'HttpOnly', 'SameSite=Lax'];
    if (secure) parts.push('Secure');
    if (maxAge !== null) parts.push(`Max-Age=${maxAge}`);
    reply.header('set-cookie', parts.join('; '));
  }
  if (draft.clearSiteData) reply.header('clear-site-data', '"cache", "storage"');
}

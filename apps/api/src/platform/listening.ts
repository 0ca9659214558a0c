import type { FastifyReply, FastifyRequest } from 'fastify';
import { forModerators, type Change, type Logged, type Readers } from './changes.js';

/** A browser that listens. */
export interface Listening {
  personId: number | null;
  sessionId: number | null;
  address: string;
  response: FastifyReply['raw'];
  /** Everything up to this transaction has been told or is not for him. */
  at: bigint;
}

/** Tells the page that it must ask again who is signed in. */
export const ENDED = 'event: ended\ndata: {}\n\n';

/** Keeps proxies from closing what is quiet, and tells the page that the stream still gets through. */
export const BEAT = 'event: beat\ndata: {}\n\n';

/** Begins an answer of server-sent events; undefined where only the headers were asked for. */
export function openResponse(request: FastifyRequest, reply: FastifyReply): FastifyReply['raw'] | undefined {
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  };
  if (request.method === 'HEAD') {
    void reply.headers(headers).send();
    return undefined;
  }
  reply.hijack();
  reply.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers });
  return reply.raw;
}

/** Whether an event ends a listener's stream: his account or his session is no more. */
export function endsStream(event: Logged, { personId, sessionId }: Listening): boolean {
  if (personId === null || event.personId !== personId) return false;
  return event.kind === 'account.disabled' || (event.kind === 'session.ended' && event.sessionId === sessionId);
}

/** Whether an event may be told to a listener, by who reads its space at this moment. */
export function concerns(event: Logged, { personId }: Listening, readers: Readers): boolean {
  if (event.spaceId === null || event.itemId === null) return false;
  if (event.kind === 'notification.created' && event.personId !== personId) return false;
  const space = readers.get(event.spaceId);
  if (space === undefined) return false;
  if (forModerators(event)) return personId !== null && space.moderators.has(personId);
  return space.open || (personId !== null && space.people.has(personId));
}

/** Events as lines of a stream. Only the last one of a transaction carries its id: a cut between two would lose the second. */
export const lines = (changes: Change[]): string =>
  changes
    .map(
      ({ xid, kind, itemId, version }, at) =>
        `${changes[at + 1]?.xid === xid ? '' : `id: ${xid}\n`}data: ${JSON.stringify({ kind, itemId, version })}\n\n`,
    )
    .join('');

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  changesAfter,
  eventsAfter,
  forModerators,
  livingSessions,
  newest,
  readersOf,
  type Change,
  type Logged,
  type Readers,
} from './changes.js';
import { Database } from './database.js';
import type { Db } from './db.js';
import type { RawAnswer } from './endpoint.js';
import { BEAT, concerns, ENDED, endsStream, lines, openResponse, type Listening } from './listening.js';
import { Problem } from './problem.js';
import { Signal } from './signal.js';

/** Open streams of this process; of one person or, for visitors, one address. */
const MOST = 2000;
const MOST_OF_ONE = 100;
/** Bytes that may wait for a slow browser; beyond it is cut, and comes back with what it saw last. */
const MOST_WAITING = 262_144;
const BEAT_MS = 20_000;

/**
 * Live streams: one per browser, fed from the event log in snapshot order, each with what its viewer may read at that moment.
 * Every listener keeps his own place in the log, so that nothing falls between opening a stream and the next pass.
 */
@Injectable()
export class Stream implements BeforeApplicationShutdown {
  private readonly listening = new Set<Listening>();
  private reading: Promise<void> | undefined;
  private again = false;
  private beat: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    signal: Signal,
  ) {
    signal.subscribe(() => void this.read());
  }

  /** Number of browsers that listen now. */
  get open(): number {
    return this.listening.size;
  }

  /**
   * What changed after `after`, or in the last `age` seconds, as the viewer of `db` may read it, at most some hundred
   * events; `last` goes on from there.
   */
  async changesSince(db: Db, after: string | undefined, age = 0): Promise<{ last: string; items: Change[] }> {
    const missed = await changesAfter(db, after ?? (await newest(db, age)).last);
    if (missed.forgotten) return { last: (await newest(db)).last, items: [] };
    return { last: missed.last, items: missed.items };
  }

  /** Opens a stream for a viewer; what he missed since his Last-Event-ID, or in the last `age` seconds, comes first, or `reset` where that is too much. */
  answer(personId: number | null, sessionId: number | null, age = 0): RawAnswer {
    return {
      send: async (request, reply) => {
        const address = request.ip;
        this.makeRoom(personId, address);
        const given = request.headers['last-event-id'];
        const after = typeof given === 'string' && /^\d{1,19}$/.test(given) ? given : undefined;
        const { opening, at } = await this.opening(personId, sessionId, after, age);
        const response = openResponse(request, reply);
        if (!response) return;
        response.write(opening);
        if (at === undefined || this.stopped) return void response.end();
        const listener: Listening = { personId, sessionId, address, response, at };
        this.listening.add(listener);
        // The response, not the request: that one is closed as soon as it has been read.
        response.once('close', () => this.listening.delete(listener));
        response.on('error', () => this.listening.delete(listener));
        this.beat ??= setInterval(() => void this.check(), BEAT_MS).unref();
        void this.read();
      },
    };
  }

  private makeRoom(personId: number | null, address: string): void {
    const same = [...this.listening].filter((one) =>
      personId === null ? one.personId === null && one.address === address : one.personId === personId,
    );
    if (this.listening.size >= MOST || same.length >= MOST_OF_ONE) throw new Problem('unavailable', { retryAfter: 30 });
  }

  /** The first words of a stream and its place in the log; without a place for a session that ended meanwhile. */
  private opening(
    personId: number | null,
    sessionId: number | null,
    after: string | undefined,
    age: number,
  ): Promise<{ opening: string; at: bigint | undefined }> {
    return this.database.use({
      writes: false,
      ...(personId !== null && { viewer: personId }),
      run: async (db) => {
        const missed = await changesAfter(db, after ?? (await newest(db, age)).last);
        // Asked after the log was read: an ending that the log does not show yet will come by the next pass.
        if (sessionId !== null && (await livingSessions(db, [sessionId])).size === 0)
          return { opening: ENDED, at: undefined };
        const reset = missed.full || missed.forgotten;
        const first = reset ? `id: ${missed.settled}\nevent: reset\ndata: {}\n\n` : lines(missed.items);
        const id = reset ? missed.settled : missed.last;
        // What is settled may lie a little before what he has seen: nothing is told twice.
        const [settled, seen] = [BigInt(missed.settled), BigInt(id)];
        const opening = `retry: 2000\n\n${first}id: ${id}\nevent: ready\ndata: {}\n\n`;
        return { opening, at: seen > settled ? seen : settled };
      },
    });
  }

  private say(listener: Listening, text: string): void {
    if (listener.response.writableLength > MOST_WAITING) {
      this.listening.delete(listener);
      listener.response.destroy();
    } else listener.response.write(text);
  }

  private finish(listener: Listening, text: string): void {
    this.listening.delete(listener);
    listener.response.end(text);
  }

  /** Keeps proxies from closing what is quiet, and ends streams whose session ended without a word in the log. */
  private async check(): Promise<void> {
    const sessions = [...this.listening].flatMap((listener) => listener.sessionId ?? []);
    const living = await this.database
      .use({ writes: false, run: (db) => livingSessions(db, sessions) })
      .catch(() => undefined);
    for (const listener of this.listening) {
      if (
        living &&
        listener.sessionId !== null &&
        sessions.includes(listener.sessionId) &&
        !living.has(listener.sessionId)
      )
        this.finish(listener, ENDED);
      else this.say(listener, BEAT);
    }
  }

  private async read(): Promise<void> {
    this.again = true;
    this.reading ??= this.passes()
      .catch(() => {}) // the database is away: the next signal tries again from the same place
      .finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async passes(): Promise<void> {
    while (this.again && this.listening.size > 0) {
      this.again =
        (await this.database.use({
          writes: false,
          run: (db) => {
            this.again = false;
            return this.pass(db);
          },
        })) || this.again;
    }
  }

  /** Tells everybody who listens now what happened since the one who is furthest behind; true when there may be more. */
  private async pass(db: Db): Promise<boolean> {
    const listeners = [...this.listening];
    const from = listeners.reduce((least, { at }) => (at < least ? at : least), listeners[0]!.at);
    const { events, full } = await eventsAfter(db, String(from));
    const last = events.at(-1);
    if (!last) return false;
    const spaces = [...new Set(events.flatMap((event) => event.spaceId ?? []))];
    const people = [...new Set(listeners.flatMap((listener) => listener.personId ?? []))];
    const asked = [...new Set(events.filter(forModerators).flatMap((event) => event.spaceId ?? []))];
    const readers = await readersOf(db, spaces, people, asked);
    for (const listener of listeners) if (this.listening.has(listener)) this.tell(listener, events, readers);
    return full;
  }

  private tell(listener: Listening, events: Logged[], readers: Readers): void {
    const news = events.filter((event) => BigInt(event.xid) > listener.at);
    const end = BigInt(events.at(-1)!.xid);
    if (end > listener.at) listener.at = end;
    if (news.some((event) => endsStream(event, listener))) return this.finish(listener, ENDED);
    const text = lines(news.filter((event) => concerns(event, listener, readers)));
    if (text) this.say(listener, text);
  }

  /** Before the server stops listening: an open stream would hold it back for ever. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.beat);
    for (const listener of this.listening) listener.response.end();
    await this.reading;
  }
}

import type { QueryClient } from '@tanstack/react-query';
import { call } from './api.js';
import { notifications, topics } from './routes.js';

/** Something changed that the viewer may read. */
export interface Change {
  kind: string;
  itemId: number;
  version: number;
}

const POLL_MS = 5_000;
/** A stream that says nothing for so long, at first or between its beats of 20 s, is held back by something on the way. */
const OPENING_MS = 6_000;
const SILENT_MS = 50_000;
/** Whole seconds since the page was asked for, so that nothing falls between reading and listening. */
const age = () => Math.min(120, Math.ceil(performance.now() / 1000) + 1);
/** Changes that come together are shown together: an open list is read again at most once a second. */
const GATHER_MS = 700;
const LISTS = new Set(['threads.list', 'home.read', 'inbox.list', 'session.read']);
/** What a change of who is in a group, or waits to be, is shown by: a space is no item. */
const GROUPS = ['spaces.read', 'spaces.list', 'spaces.members', 'groups.list', 'groups.joinings'];
const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  'glossary.changed': [topics.abbreviations.name],
  'space.changed': GROUPS,
  'space.memberChanged': GROUPS,
  'joining.opened': GROUPS,
  'joining.settled': GROUPS,
  // Who stands outside a group hears of it only by what he is told.
  'notification.created': ['spaces.read', 'groups.list', 'groups.joinings'],
};

/** Whether an answer shows the item anywhere. */
function shows(data: unknown, ids: ReadonlySet<number>): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (Array.isArray(data)) return data.some((part) => shows(part, ids));
  return Object.entries(data).some(([key, value]) =>
    key === 'id' || key === 'threadId' || key === 'postId' ? ids.has(Number(value)) : shows(value, ids),
  );
}

/** Reads again what is on the page and shows the changed items, and the lists in which they may newly stand. */
export function onChange(client: QueryClient, changes: readonly Change[]): void {
  // A space and the glossary are no items: what shows them is known by the kind.
  const items = changes.filter(({ itemId }) => itemId !== 0);
  const ids = new Set(items.map(({ itemId }) => itemId));
  const named = new Set(changes.flatMap(({ kind }) => BY_KIND[kind] ?? []));
  void client.invalidateQueries({
    predicate: ({ queryKey, state }) =>
      (items.length > 0 && LISTS.has(String(queryKey[0]))) || named.has(String(queryKey[0])) || shows(state.data, ids),
  });
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'itemId' in value && 'kind' in value;

/** Listens until stopped: by a stream, and by asking every five seconds where streams do not get through. */
function listen(tell: (change: Change) => void, ended: () => void): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const poll = async (after: string | undefined) => {
    const answer = await call(notifications.changes, after ? { after } : { age: age() }).catch(() => undefined);
    if (stopped) return;
    answer?.items.forEach(tell);
    timer = setTimeout(() => void poll(answer?.last ?? after), POLL_MS);
  };
  const stream = new EventSource(`${notifications.stream.path}?age=${age()}`);
  let last: string | undefined;
  const giveUp = () => {
    stream.close();
    clearTimeout(silence);
    if (!stopped && timer === undefined) void poll(last);
  };
  let silence = setTimeout(giveUp, OPENING_MS);
  const beat = () => {
    failures = 0;
    clearTimeout(silence);
    silence = setTimeout(giveUp, SILENT_MS);
  };
  const heard = ({ lastEventId, data }: MessageEvent<string>) => {
    beat();
    last = lastEventId || last;
    const value: unknown = JSON.parse(data);
    if (isChange(value)) tell(value);
  };
  stream.addEventListener('message', heard);
  stream.addEventListener('ready', heard);
  stream.addEventListener('beat', beat);
  stream.addEventListener('ended', ended);
  stream.addEventListener('error', () => {
    failures += 1;
    if (failures < 2 && stream.readyState !== EventSource.CLOSED) return;
    giveUp();
  });
  return () => {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(silence);
    stream.close();
  };
}

/**
 * Keeps what is shown up to date, until stopped. All tabs of a browser share one connection (six would block the site):
 * the tab that holds the lock listens and tells the others. `ended`: the session was ended elsewhere.
 */
export function followChanges(client: QueryClient, ended: () => void): () => void {
  const channel = new BroadcastChannel('changes');
  const waiting = new Map<string, Change>();
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const gather = (change: Change) => {
    waiting.set(`${change.kind} ${change.itemId}`, change);
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange(client, [...waiting.values()]);
      waiting.clear();
    }, GATHER_MS);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isChange(data)) gather(data);
  });
  const lead = () =>
    new Promise<void>((resolve) => {
      const stop = listen((change) => {
        gather(change);
        channel.postMessage(change);
      }, ended);
      ending.signal.addEventListener('abort', () => {
        stop();
        resolve();
      });
    });
  // Without Web Locks (http on another host than localhost) each tab listens by itself.
  if ('locks' in navigator)
    void navigator.locks.request('changes', { signal: ending.signal }, lead).catch(() => undefined);
  else void lead();
  return () => {
    ending.abort();
    clearTimeout(timer);
    channel.close();
  };
}

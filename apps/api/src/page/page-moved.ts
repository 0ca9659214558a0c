import type { arranging, Result, threads } from '@hat-nhan/contracts';
import { address } from './page-text.js';

/** What was asked about an address: by the number in it, and what the API answered to this reader. */
interface Asked {
  id: number;
  query: string;
  status: number;
  data: unknown;
  /** Asks the API with the same eyes. */
  ask(url: string): Promise<{ data: unknown }>;
}

/**
 * Where a thread is read that leads elsewhere: a duplicate, unless its own page is asked for, and one that was merged; so
 * does the number of an answer. Undefined where it leads nowhere that this reader sees.
 */
export async function movedTo({ id, query, status, data, ask }: Asked): Promise<string | undefined> {
  if (status === 404) {
    const place = (await ask(`/api/posts/${id}/place`)).data as Result<typeof arranging.place> | undefined;
    // Without a fragment of its own, the one that was opened stays: a link to an answer still finds it.
    return place && `${address('/hoi-dap', place.threadId, place.title)}${place.merged ? `?tu=${id}` : `#bai-${id}`}`;
  }
  if (!data) return undefined;
  const { state, duplicateOf: into } = (data as Result<typeof threads.read>).thread;
  if (state !== 'duplicate' || !into || new URLSearchParams(query).get('xem') === 'cu') return undefined;
  return `${address('/hoi-dap', into.id, into.title)}?tu=${id}`;
}

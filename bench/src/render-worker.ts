import { parentPort } from 'node:worker_threads';
import { render } from '@hat-nhan/markdown';
import { searchKeys, termRows } from '@hat-nhan/vietnamese';

export interface Source {
  /** Title under which the search row finds the post: empty for an answer. */
  title: string;
  text: string;
}
export interface Made {
  html: string;
  /** As PostgreSQL reads an int4[]. */
  keys: string;
}
export interface Batch {
  made: Made[];
  /** Terms that this worker has not told before: hash, hash of the folded form, and so on in turn. */
  terms: Int32Array;
}

const told = new Set<number>();

/** Renders texts and makes their search keys as the product does. */
export function make(sources: Source[]): Batch {
  const terms: number[] = [];
  const made = sources.map(({ title, text }) => {
    const { html, text: plain } = render(text);
    for (const { h, f } of termRows(title, plain)) {
      if (told.has(h)) continue;
      told.add(h);
      terms.push(h, f);
    }
    return { html, keys: `{${searchKeys(title, plain).join(',')}}` };
  });
  return { made, terms: Int32Array.from(terms) };
}

parentPort?.on('message', (sources: Source[]) => {
  const batch = make(sources);
  parentPort?.postMessage(batch, [batch.terms.buffer as ArrayBuffer]);
});

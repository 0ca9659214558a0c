import { createWriteStream } from 'node:fs';
import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../platform/problem.js';
import { EicarSearch } from './harmful.js';
import { refusal } from './refusal.js';

/** Milliseconds without a byte after which the sender is given up. */
const SILENCE_MS = 60_000;

/**
 * Writes a stream to the file at `path` while it comes, never more than a few blocks in memory. Throws `body-too-large` beyond
 * `most` bytes, `file-refused` for another length than announced or a known harmful text; a cut and a full disk are thrown as they came.
 */
export async function receive(body: Readable, path: string, announced: number, most: number): Promise<void> {
  const search = new EicarSearch();
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), SILENCE_MS);
  let bytes = 0;
  const look = new Transform({
    transform(block: Buffer, _encoding, done) {
      timer.refresh();
      bytes += block.length;
      if (bytes > most) return done(new Problem('body-too-large'));
      if (search.finds(block)) return done(refusal('file-harmful'));
      done(null, block);
    },
  });
  // The request itself stays open when something fails, or its sender could not be told why.
  const bytesOf = body.pipe(new PassThrough());
  body.once('error', (error) => bytesOf.destroy(error));
  body.once('close', () => !body.readableEnded && bytesOf.destroy(new Error('cut')));
  try {
    await pipeline(bytesOf, look, createWriteStream(path, { flush: true }), { signal: silence.signal });
  } finally {
    body.unpipe();
    clearTimeout(timer);
  }
  if (bytes !== announced) throw refusal('file-cut');
}

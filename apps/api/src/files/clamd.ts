import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Problem } from '../platform/problem.js';
import { refusal } from './refusal.js';

const PATIENCE_MS = 60_000;

/** Has clamd at `url` (tcp://HOST:PORT) look at a file, by its INSTREAM command. Throws `file-refused`, and `unavailable` when it does not answer. */
export async function scan(url: string, path: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port || 3310), timeout: PATIENCE_MS });
  socket.once('timeout', () => socket.destroy(new Error('clamd is silent')));
  try {
    await once(socket, 'connect');
    const answered = text(socket);
    // Marked as heard: what fails below is thrown there, and this with it.
    answered.catch(() => {});
    socket.write('zINSTREAM\0');
    for await (const block of createReadStream(path) as AsyncIterable<Buffer>) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(block.length);
      socket.write(length);
      if (!socket.write(block)) await once(socket, 'drain');
    }
    socket.write(Buffer.alloc(4));
    const answer = await answered;
    if (/ FOUND\0?$/.test(answer)) throw refusal('file-harmful');
    if (!/: OK\0?$/.test(answer)) throw new Error(`clamd: ${answer}`);
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('unavailable', { retryAfter: 60 });
  } finally {
    socket.destroy();
  }
}

import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { files, Input } from '@hat-nhan/contracts';
import { create } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import parseRange from 'range-parser';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import type { RawAnswer } from '../platform/endpoint.js';
import { Problem } from '../platform/problem.js';
import { Storage, type Part } from './storage.js';

// A file is read with its post, and while it has none by who sent it.
const FIND = sql(`select a.key, a.name, a.type, a.bytes, a.hash from attachment a where a.key = $1 and a.state = 'ready'
  and case when a.post_id is null then a.person_id = (select app.viewer()) else exists (select from post p
    join item own on own.id = p.id join item thread on thread.id = p.thread_id
    where p.id = a.post_id and own.state <> 'hidden' and thread.state <> 'hidden') end`);

interface Stored {
  key: string;
  name: string;
  type: string;
  bytes: number;
  hash: string;
}

/** Nothing in a file may run, wherever it is shown. */
const POLICY = `default-src 'none'; sandbox; frame-ancestors 'none'`;

/** Files on their way out. Who may read one is asked of the wall each time, also for a part and for "unchanged". */
@Injectable()
export class DownloadsService {
  constructor(private readonly storage: Storage) {}

  async read(ctx: Ctx, { key }: Input<typeof files.read>): Promise<RawAnswer> {
    const file = await ctx.db.row<Stored>(FIND, [key]);
    if (!file) throw new Problem('not-found');
    return { send: (request, reply) => this.send(file, request, reply) };
  }

  private async send(file: Stored, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const etag = `"${file.hash.slice(0, 32)}"`;
    const type = file.type.startsWith('image/') ? 'inline' : 'attachment';
    reply.headers({
      etag,
      'cache-control': 'private, no-cache',
      'content-security-policy': POLICY,
      'accept-ranges': 'bytes',
      vary: 'cookie',
    });
    if (request.headers['if-none-match']?.split(/,\s*/).some((tag) => tag === etag || tag === `W/${etag}`)) {
      await reply.code(304).send();
      return;
    }
    const part = partOf(file.bytes, etag, request);
    if (part === 'none') {
      await reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
      return;
    }
    reply.headers({
      'content-type': file.type,
      'content-disposition': create(file.name, { type, fallback: `tep.${file.name.split('.').at(-1)}` }),
      'content-length': part ? part.end - part.start + 1 : file.bytes,
    });
    if (part) reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${file.bytes}`);
    await reply.send(request.method === 'HEAD' ? Readable.from([]) : await this.storage.read(file.key, part));
  }
}

/** The part that was asked for, if it is one part of the file as it stands; nothing of it: `none`. */
function partOf(bytes: number, etag: string, { headers }: FastifyRequest): Part | 'none' | undefined {
  const { range } = headers;
  const unless = headers['if-range'];
  if (range === undefined || (unless !== undefined && unless !== etag)) return undefined;
  const parts = parseRange(bytes, range);
  if (parts === -1) return 'none';
  return parts === -2 || parts.type !== 'bytes' || parts.length !== 1 ? undefined : parts[0];
}

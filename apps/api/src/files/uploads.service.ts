import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { endingOf, FILE_LIMIT, FILE_TYPES, files, type File, type Input, type Result } from '@hat-nhan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { Disk } from '../platform/disk.js';
import { encode } from '../platform/encode.js';
import type { RawAnswer } from '../platform/endpoint.js';
import { Problem, problemOf } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import { scan } from './clamd.js';
import { inspect } from './inspect.js';
import { incomingFolder } from './places.js';
import { receive } from './receive.js';
import { Storage } from './storage.js';

/** What one person may have here altogether, and send on one day. */
export const QUOTA = { files: 2000, bytes: 5 * 1024 ** 3, dayFiles: 100, dayBytes: 500 * 1024 ** 2 } as const;

// One row a person, and one statement: of two announcements at once the second waits for the first and counts it.
const RESERVE = sql(`insert into upload_quota as q (person_id, files, bytes, day, day_files, day_bytes)
  values ($1, 1, $2::bigint, $3::date, 1, $2::bigint)
  on conflict (person_id) do update set files = q.files + 1, bytes = q.bytes + excluded.bytes, day = excluded.day,
    day_files = case when q.day = excluded.day then q.day_files else 0 end + 1,
    day_bytes = case when q.day = excluded.day then q.day_bytes else 0 end + excluded.day_bytes
  where q.files < ${QUOTA.files} and q.bytes + excluded.bytes <= ${QUOTA.bytes} and (q.day <> excluded.day
    or (q.day_files < ${QUOTA.dayFiles} and q.day_bytes + excluded.day_bytes <= ${QUOTA.dayBytes}))`);
const ANNOUNCE = sql(`insert into attachment (person_id, name, type, bytes, created_at, since)
  values ($1, $2, $3, $4, $5, $5) returning id, key`);
const ANNOUNCED = sql(`select id, key from attachment where id = $1 and person_id = (select app.viewer())`);
const OWN = `key = $1 and person_id = (select app.viewer()) and post_id is null`;
const FILE = `key, name, type, bytes, width, height`;
// Whose process died in the middle begins again after a while.
const CLAIM = sql(`update attachment set state = 'receiving', since = $2::timestamptz where ${OWN}
  and (state = 'awaited' or (state = 'receiving' and since < $2::timestamptz - interval '15 minutes')) returning id, key, name, bytes`);
const STATE = sql(`select state, ${FILE} from attachment where ${OWN}`);
const READY = sql(`update attachment set state = 'ready', since = $2, bytes = $3, width = $4, height = $5, hash = $6
  where id = $1 and state = 'receiving' returning ${FILE}`);
const AGAIN = sql(`update attachment set state = $2, since = $3 where id = $1 and state = 'receiving'`);
const LOOSE = sql(`select ${FILE}, created_at as "createdAt" from attachment
  where person_id = (select app.viewer()) and post_id is null and state = 'ready' order by id desc limit 100`);
const REMOVE = sql(`update attachment set state = 'doomed', since = $2 where ${OWN} and state <> 'doomed'`);

interface Claimed {
  id: number;
  key: string;
  name: string;
  bytes: number;
}

/** Files on their way in: announced, received, looked at, kept. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly database: Database,
    private readonly disk: Disk,
    private readonly settings: Settings,
    private readonly storage: Storage,
  ) {}

  async announce(ctx: Ctx, { name, bytes }: Input<typeof files.announce>): Promise<Result<typeof files.announce>> {
    const { personId } = actorOf(ctx);
    const now = ctx.clock.now();
    if (await this.disk.full()) throw new Problem('disk-full');
    if ((await ctx.db.run(RESERVE, [personId, bytes, now])) === 0) throw new Problem('file-quota');
    const type = FILE_TYPES[endingOf(name)!];
    const made = await ctx.db.row<{ id: number; key: string }>(ANNOUNCE, [personId, name, type, bytes, now]);
    return made!;
  }

  /** What an earlier call announced. */
  async announced(ctx: Ctx, id: number): Promise<Result<typeof files.announce>> {
    const row = await ctx.db.row<{ id: number; key: string }>(ANNOUNCED, [id]);
    if (!row) throw new Problem('not-found');
    return row;
  }

  /** Claims an announced file; its bytes are taken when the claim is committed, with no connection held meanwhile. */
  async upload(ctx: Ctx, { key }: Input<typeof files.upload>): Promise<RawAnswer | File> {
    const claimed = await ctx.db.row<Claimed>(CLAIM, [key, ctx.clock.now()]);
    if (claimed) return { send: (request, reply) => this.take(ctx, claimed, request, reply) };
    const row = await ctx.db.row<File & { state: string }>(STATE, [key]);
    if (row?.state === 'receiving') throw new Problem('busy');
    // Sent again because the answer was lost.
    if (row?.state === 'ready') return row;
    throw new Problem('not-found');
  }

  async own(ctx: Ctx): Promise<Result<typeof files.own>> {
    return { items: await ctx.db.rows<Result<typeof files.own>['items'][number]>(LOOSE) };
  }

  async remove(ctx: Ctx, { key }: Input<typeof files.remove>): Promise<{ done: true }> {
    if ((await ctx.db.run(REMOVE, [key, ctx.clock.now()])) === 0) throw new Problem('not-found');
    return { done: true };
  }

  private async take(ctx: Ctx, claimed: Claimed, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const incoming = incomingFolder(this.settings.config);
    const path = join(incoming, randomUUID());
    await mkdir(incoming, { recursive: true });
    const file = await this.keep(ctx, claimed, request, path)
      .catch(async (error: unknown) => {
        // Whatever of the body still comes is not waited for.
        reply.header('connection', 'close');
        await this.giveUp(ctx, claimed, problemOf(error));
        throw error;
      })
      .finally(() => Promise.all([path, `${path}.new`].map((left) => rm(left, { force: true }))));
    await reply
      .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .send(encode(files.upload, file));
  }

  private async keep(ctx: Ctx, claimed: Claimed, request: FastifyRequest, path: string): Promise<File> {
    if (!(request.body instanceof Readable)) throw new Problem('unsupported-media-type');
    if (Number(request.headers['content-length'] ?? 0) > FILE_LIMIT) throw new Problem('body-too-large');
    await receive(request.body, path, claimed.bytes, FILE_LIMIT);
    const { clamdUrl } = this.settings.config;
    if (clamdUrl !== '') await scan(clamdUrl, path);
    const picture = await inspect(path, claimed.name, `${path}.new`);
    const kept = picture ? `${path}.new` : path;
    const hash = createHash('sha256');
    await pipeline(createReadStream(kept), hash);
    const { size } = await stat(kept);
    await this.storage.put(claimed.key, kept);
    const values = [claimed.id, ctx.clock.now(), size, picture?.width, picture?.height, hash.digest('hex')];
    const file = await this.change(ctx, (now) => now.db.row<File>(READY, values));
    if (!file) throw new Problem('not-found');
    return file;
  }

  /** What was refused is gone; what was cut may be sent again. */
  private async giveUp(ctx: Ctx, { id }: Claimed, { code, details }: Problem): Promise<void> {
    const reason = details.errors?.[0]?.code ?? code;
    const refused = code === 'body-too-large' || (code === 'file-refused' && reason !== 'file-cut');
    await this.change(ctx, async (now) => {
      await now.db.run(AGAIN, [id, refused ? 'doomed' : 'awaited', ctx.clock.now()]);
      if (refused) await audit(now, { action: 'upload.refused', reason });
    });
  }

  /** A transaction of its own with the sender's eyes, after that of the request. */
  private change<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const viewer = actorOf(ctx).personId;
    return this.database.use({ viewer, writes: true, run: (db) => work({ ...ctx, db }) });
  }
}

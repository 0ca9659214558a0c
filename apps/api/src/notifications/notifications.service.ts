import { Injectable } from '@nestjs/common';
import type { Input, Notification, notifications, Result } from '@hat-nhan/contracts';
import { excerpter } from '../people/mentions.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Settings } from '../platform/settings.js';
import { Stream } from '../platform/stream.js';
import type { RawAnswer } from '../platform/endpoint.js';

const PAGE = 30;
/** Decisions of moderators are told without a name. */
const NOBODY = '{"personId":null,"name":null,"title":"","organisation":"","organisationId":null,"mark":null}';

/**
 * Notifications as this viewer may read them now. Who did it: the author of the post, who did it without name as he was
 * shown, the asker as he is shown in his thread, or a person as he is in the directory.
 */
export const TOLD = `select n.id, n.kind, n.at, n.read_at as "readAt", n.thread_id as "threadId", coalesce(t.kind, 'question') as "threadKind", n.post_id as "postId",
    (select j.space_id from space_joining j where j.id = n.joining_id and j.state in ('open', 'accepted')) as "spaceId",
    coalesce(t.title, n.detail->>'title', '') as title, n.detail->>'outcome' as outcome,
    case when n.detail is not null then coalesce(n.detail->>'note', '') when n.kind = 'closed' then (select th.close_note from thread th where th.id = n.thread_id) else left(p.text, 800) end as text,
    case when n.detail is not null and (n.joining_id is null or n.kind = 'join_lapsed') then '${NOBODY}'::jsonb when n.actor_id is null or n.actor_id = i.author_id then i.byline
      when n.byline is not null then n.byline when n.actor_id = t.author_id then t.byline
      else coalesce((select json_build_object('personId', a.id, 'name', trim(a.prefix || ' ' || a.name), 'title', a.title,
          'organisation', concat_ws(', ', nullif(a.unit, ''), o.name), 'organisationId', a.organisation_id,
          'mark', case when a.enterprise then 'enterprise' end)
        from person a left join organisation o on o.id = a.organisation_id where a.id = n.actor_id)::jsonb, i.byline, '${NOBODY}'::jsonb) end as by
  from notification n left join item t on t.id = n.thread_id left join item i on i.id = n.post_id left join post p on p.id = n.post_id`;

const FIRST = sql(`${TOLD} order by n.id desc limit $1`);
const NEXT = sql(`${TOLD} where n.id < $2 order by n.id desc limit $1`);
const UNREAD = sql('select count(*)::int as unread from notification where read_at is null');
const READ_ALL = sql('update notification set read_at = $1 where read_at is null and at <= $1');
const READ_SOME = sql('update notification set read_at = $1 where read_at is null and id = any($2::int[])');

export interface Told extends Omit<Notification, 'excerpt'> {
  text: string;
}

/** The inbox of the viewer, and his live stream. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly settings: Settings,
    private readonly live: Stream,
  ) {}

  async list(
    ctx: Ctx,
    { cursor, limit = PAGE }: Input<typeof notifications.inbox>,
  ): Promise<Result<typeof notifications.inbox>> {
    const { cursors } = this.settings;
    const before = cursors.read('inbox.list', cursor);
    const rows = before
      ? await ctx.db.rows<Told>(NEXT, [limit + 1, before[0]])
      : await ctx.db.rows<Told>(FIRST, [limit + 1]);
    const { items, next } = cursors.page('inbox.list', rows, limit, (row) => [row.id]);
    const { unread } = (await ctx.db.row<{ unread: number }>(UNREAD))!;
    const cut = await excerpter(
      ctx.db,
      items.map(({ text }) => text),
    );
    return { items: items.map(({ text, ...told }) => ({ ...told, excerpt: cut(text) })), next, unread };
  }

  async markRead(
    ctx: Ctx,
    { ids }: Input<typeof notifications.markRead>,
  ): Promise<Result<typeof notifications.markRead>> {
    const now = ctx.clock.now().toISOString();
    await (ids ? ctx.db.run(READ_SOME, [now, ids]) : ctx.db.run(READ_ALL, [now]));
    return { done: true };
  }

  async stream(ctx: Ctx, { age }: Input<typeof notifications.stream>): Promise<RawAnswer> {
    return this.live.answer(ctx.actor?.personId ?? null, ctx.actor?.sessionId ?? null, age);
  }

  async changes(
    ctx: Ctx,
    { after, age }: Input<typeof notifications.changes>,
  ): Promise<Result<typeof notifications.changes>> {
    const { last, items } = await this.live.changesSince(ctx.db, after, age);
    return {
      last,
      items: items.flatMap(({ kind, itemId, version }) => (itemId === null ? [] : [{ kind, itemId, version }])),
    };
  }
}

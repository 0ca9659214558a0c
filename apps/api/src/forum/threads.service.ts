import { Injectable } from '@nestjs/common';
import type { Answer, Input, Result, ThreadCard, threads } from '@hat-nhan/contracts';
import { Calendar } from '../calendar/calendar.js';
import { AttachmentsService } from '../files/attachments.service.js';
import type { Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import type { ThreadSeen } from '../policies/forum.js';
import { shownCards, type CardRow } from './cards.js';
import { overdueBefore } from './holidays.js';
import { listStatement } from './list.js';
import { namer } from './names.js';
import { shownAnswer, shownThread } from './page.js';
import {
  AFTER_ACCEPTED,
  ANSWER,
  COMMENTS_ON,
  PAGE,
  type AnswerRow,
  type CommentRow,
  type PageRow,
} from './page.sql.js';
import { seen } from './sight.js';
import { Views } from './views.js';

const LIST_PAGE = 30;
const ANSWER_PAGE = 20;
/** The rest of a long thread comes in few pieces. */
const PAGE_LIMIT = 100;
const FIRST = ['-infinity', -2_147_483_647, 0];

/** Threads as they are read: lists, and the page of one. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly settings: Settings,
    private readonly views: Views,
    private readonly calendar: Calendar,
  ) {}

  async list(ctx: Ctx, filters: Input<typeof threads.list>): Promise<Result<typeof threads.list>> {
    const { cursors } = this.settings;
    const limit = filters.limit ?? LIST_PAGE;
    const list = `threads.list ${filters.sort ?? 'active'}`;
    const key = cursors.read(list, filters.cursor) as [string, number] | undefined;
    const { statement, values } = listStatement(filters, key, limit + 1, () => {
      const now = ctx.clock.now();
      return overdueBefore(now, this.calendar.around(now));
    });
    const rows = await ctx.db.rows<CardRow & { above?: boolean }>(statement, values);
    const cards = shownCards(ctx, rows);
    const listed = cards.filter((_, at) => !rows[at]!.above);
    const at = (card: ThreadCard) => (filters.sort === 'new' ? card.createdAt : card.activeAt);
    const page = cursors.page(list, listed, limit, (card) => [at(card), card.id]);
    return { ...page, pinned: cards.filter((_, at) => rows[at]!.above) };
  }

  async read(ctx: Ctx, input: Input<typeof threads.read>): Promise<Result<typeof threads.read>> {
    const limit = input.limit ?? (input.cursor === undefined ? ANSWER_PAGE : PAGE_LIMIT);
    const list = `threads.read ${input.id}`;
    const key = this.settings.cursors.read(list, input.cursor) ?? FIRST;
    const statement = ctx.actor ? PAGE.own : PAGE.visitor;
    const rows = await ctx.db.rows<PageRow>(statement, [input.id, ...key, limit + 1]);
    const found = rows.find((row) => row.thread !== null)?.thread;
    if (!found) throw new Problem('not-found');
    const thread = seen(ctx, found);
    const ranked = thread.kind === 'question';
    const keyOf = (answer: AnswerRow) => [
      answer.acceptedAt ?? (answer.canonicalAt ? AFTER_ACCEPTED : 'infinity'),
      ranked ? -answer.helpful : 0,
      answer.id,
    ];
    const answers = rows.filter((row) => row.thread === null);
    const { items, next } = this.settings.cursors.page(list, answers, limit, keyOf);
    const posts = [thread.id, ...items.map(({ id }) => id)];
    const comments = thread.comments > 0 ? await ctx.db.rows<CommentRow>(COMMENTS_ON, [posts]) : [];
    const on = Map.groupBy(comments, ({ parentId }) => parentId);
    const files = await this.attachments.of(ctx, [thread, ...items]);
    const hung = (id: number) => ({ comments: on.get(id) ?? [], files: files(id) });
    const name = await namer(
      ctx,
      [thread, ...items, ...comments].map(({ html }) => html),
    );
    this.views.count(thread.id, ctx.actor?.personId ?? ctx.client.address);
    return {
      thread: shownThread(ctx, thread, hung(thread.id), name),
      answers: { items: items.map((row) => shownAnswer(ctx, thread, row, hung(row.id), name)), next },
    };
  }

  /** One answer of a thread that the reader sees, as the page shows it. Throws `not-found`. */
  async answer(ctx: Ctx, thread: ThreadSeen, id: number): Promise<Answer> {
    const row = await ctx.db.row<AnswerRow>(ctx.actor ? ANSWER.own : ANSWER.visitor, [id]);
    if (!row) throw new Problem('not-found');
    const comments = await ctx.db.rows<CommentRow>(COMMENTS_ON, [[id]]);
    const name = await namer(
      ctx,
      [row, ...comments].map(({ html }) => html),
    );
    const files = await this.attachments.of(ctx, [row]);
    return shownAnswer(ctx, thread, row, { comments, files: files(id) }, name);
  }
}

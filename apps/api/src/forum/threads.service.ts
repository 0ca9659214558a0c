import { Injectable } from '@nestjs/common';
import type { Answer, Input, Result, threads } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import type { ThreadSeen } from '../policies/forum.js';
import { shownCard, type CardRow } from './cards.js';
import { listStatement } from './list.js';
import { namer } from './names.js';
import { ANSWERS, shownAnswer, shownThread, textsOf, THREAD, type AnswerRow, type ThreadPageRow } from './page.js';
import { seen } from './sight.js';
import { Views } from './views.js';

const LIST_PAGE = 30;
const ANSWER_PAGE = 20;
const FIRST = ['-infinity', -2_147_483_647, 0];

/** Threads as they are read: lists, and the page of one. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly settings: Settings,
    private readonly views: Views,
  ) {}

  async list(ctx: Ctx, filters: Input<typeof threads.list>): Promise<Result<typeof threads.list>> {
    const { cursors } = this.settings;
    const limit = filters.limit ?? LIST_PAGE;
    const list = `threads.list ${filters.sort ?? 'active'}`;
    const key = cursors.read(list, filters.cursor) as [string, number] | undefined;
    const { statement, values } = listStatement(filters, key, limit + 1, ctx.clock.now());
    const rows = await ctx.db.rows<CardRow>(statement, values);
    const at = (row: CardRow) => (filters.sort === 'new' ? row.createdAt : row.activeAt);
    const { items, next } = cursors.page(list, rows, limit, (row) => [at(row), row.id]);
    return { items: items.map((row) => shownCard(ctx, row)), next };
  }

  async read(ctx: Ctx, input: Input<typeof threads.read>): Promise<Result<typeof threads.read>> {
    const whose = ctx.actor ? 'own' : 'visitor';
    const row = await ctx.db.row<ThreadPageRow>(THREAD[whose], [input.id]);
    if (!row) throw new Problem('not-found');
    const thread = seen(ctx, row);
    const limit = input.limit ?? ANSWER_PAGE;
    const list = `threads.read ${row.kind} ${row.id}`;
    const key = this.settings.cursors.read(list, input.cursor);
    const first = row.kind === 'question' ? FIRST : [0];
    const rows = await ctx.db.rows<AnswerRow>(ANSWERS[row.kind][whose], [
      row.id,
      ...(key ?? first),
      limit + 1,
      row.comments > 0,
    ]);
    const keyOf = (answer: AnswerRow) =>
      row.kind === 'question' ? [answer.acceptedAt ?? 'infinity', -answer.helpful, answer.id] : [answer.id];
    const { items, next } = this.settings.cursors.page(list, rows, limit, keyOf);
    const name = await namer(ctx, [row.html, ...row.comments_of.map((comment) => comment.html), ...textsOf(items)]);
    this.views.count(row.id);
    return {
      thread: shownThread(ctx, thread, name),
      answers: { items: items.map((answer) => shownAnswer(ctx, thread, answer, name)), next },
    };
  }

  /** One answer of a thread that the reader sees, as the page shows it. Throws `not-found`. */
  async answer(ctx: Ctx, thread: ThreadSeen, id: number): Promise<Answer> {
    const [row] = await ctx.db.rows<AnswerRow>(ANSWERS.one[ctx.actor ? 'own' : 'visitor'], [id]);
    if (!row) throw new Problem('not-found');
    return shownAnswer(ctx, thread, row, await namer(ctx, textsOf([row])));
  }
}

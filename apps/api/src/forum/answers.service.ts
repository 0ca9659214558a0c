import { Injectable } from '@nestjs/common';
import type { Answer, Byline, Input, posts } from '@hat-nhan/contracts';
import { ItemsService } from '../items/items.service.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { cut, renderSafely } from '../platform/render.js';
import { authorize } from '../policies/authorize.js';
import { answerThread, possible } from '../policies/forum.js';
import { namer } from './names.js';
import { shownAnswer } from './page.js';
import { findPost, findThread } from './sight.js';
import { ThreadsService } from './threads.service.js';

export const EXCERPT = 400;

/** One more person, unless he wrote here before. */
export const NEW_PERSON = `(not exists (select from post w join item wi on wi.id = w.id where w.thread_id = t.id and wi.author_id = $2))::int`;
export const LAST = `jsonb_build_object('postId', m.id, 'at', $3::timestamptz, 'excerpt', $7::text, 'author', $4::jsonb)`;
// The item of the thread is held by the caller. One statement: the post, the thread's counters, the author's watch, his draft.
const REPLY = sql(`with moved as (
    update item set active_at = $3 where id = $1 returning space_id
  ), made as (
    insert into item (space_id, kind, author_id, byline, created_at, active_at)
    select space_id, 'answer', $2::int, $4::jsonb, $3::timestamptz, $3::timestamptz from moved returning id, space_id, created_at
  ), written as (
    insert into post (id, space_id, thread_id, parent_id, kind, text, html)
    select id, space_id, $1, $1, 'answer', $5::text, $6::text from made
  ), watched as (
    insert into watch (item_id, space_id, person_id, level) select $1, space_id, $2::int, 'watch' from moved
    on conflict do nothing returning item_id
  ), used as (
    delete from draft where person_id = $2 and key = $8
  ), counted as (
    update thread t set answers = answers + 1, people = people + ${NEW_PERSON},
      watchers = watchers + (select count(*)::int from watched), last = ${LAST}
    from made m where t.id = $1 returning t.answers
  ) select m.id, m.created_at as "createdAt", c.answers from made m, counted c`);

/** Who writes, in a thread: an expert of its topics is marked as one. */
export const markedByline = async (ctx: Ctx, items: ItemsService, expert: boolean): Promise<Byline> => {
  const byline = await items.byline(ctx, actorOf(ctx).personId);
  return expert ? { ...byline, mark: 'expert' } : byline;
};

/** Answers to questions, and replies in discussions. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly items: ItemsService,
    private readonly threads: ThreadsService,
  ) {}

  async reply(ctx: Ctx, input: Input<typeof posts.reply>): Promise<Answer> {
    const { personId } = actorOf(ctx);
    const { html, text } = await renderSafely(input.text);
    const thread = await findThread(ctx, input.id, true);
    authorize(ctx, answerThread, thread);
    if (!possible(thread, 'answer')) throw new Problem('thread-closed');
    const author = await markedByline(ctx, this.items, thread.expert);
    const made = await ctx.db.row<{ id: number; createdAt: string; answers: number }>(REPLY, [
      thread.id,
      personId,
      ctx.clock.now().toISOString(),
      author,
      input.text,
      html,
      cut(text, EXCERPT),
      input.draftKey ?? null,
    ]);
    if (!made) throw new Problem('not-found');
    const { id, createdAt, answers } = made;
    const { spaceId, topicId } = thread;
    const topic = topicId === null ? {} : { topicId };
    await this.items.describe(ctx, {
      itemId: id,
      spaceId,
      kind: 'answer',
      title: '',
      text,
      threadId: thread.id,
      ...topic,
    });
    await publish(
      ctx,
      'answer.created',
      { threadId: thread.id, postId: id },
      { spaceId, itemId: thread.id, version: answers },
    );
    const row = {
      id,
      author,
      authorId: personId,
      html,
      createdAt,
      editedAt: null,
      version: 1,
      helpful: 0,
      voted: false,
    };
    const choice = { acceptedAt: null, acceptedAs: null, acceptedBy: null };
    return shownAnswer(ctx, thread, { ...row, ...choice, comments: [] }, await namer(ctx, [html]));
  }

  /** What an earlier call made, as it stands now and while its author still sees it. */
  async read(ctx: Ctx, id: number): Promise<Answer> {
    const { thread } = await findPost(ctx, id);
    return this.threads.answer(ctx, thread, id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Answer, Input, posts } from '@hat-nhan/contracts';
import { AttachmentsService } from '../files/attachments.service.js';
import { ItemsService } from '../items/items.service.js';
import type { Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { renderSafely } from '../platform/render.js';
import { authorize } from '../policies/authorize.js';
import { answerThread, possible } from '../policies/forum.js';
import { addPost } from './add-post.js';
import { ArchivingService } from './archiving.service.js';
import { shownAnswer } from './page.js';
import { findPost, findThread } from './sight.js';
import { ThreadsService } from './threads.service.js';

/** Answers to questions, and replies in discussions. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly archiving: ArchivingService,
    private readonly attachments: AttachmentsService,
    private readonly items: ItemsService,
    private readonly threads: ThreadsService,
  ) {}

  async reply(ctx: Ctx, input: Input<typeof posts.reply>): Promise<Answer> {
    const { id: threadId, text, draftKey, files: keys, brief = false } = input;
    const rendered = await renderSafely(text);
    const found = await findThread(ctx, threadId, true);
    authorize(ctx, answerThread, found);
    if (!possible(found, 'answer')) throw new Problem('thread-closed');
    const thread = await this.archiving.revive(ctx, found);
    const post = { kind: 'answer' as const, thread, parentId: threadId, text, rendered, draftKey, brief };
    const { row, count, name } = await addPost(ctx, post);
    const { spaceId, topicId } = thread;
    if (keys?.length) await this.attachments.set(ctx, { id: row.id, spaceId }, keys);
    const files = await this.attachments.of(ctx, [{ id: row.id, files: keys?.length ?? 0 }]);
    this.items.describe(ctx, {
      itemId: row.id,
      spaceId,
      kind: 'answer',
      title: '',
      text: rendered.text,
      threadId,
      topicId,
    });
    const payload = { threadId, postId: row.id };
    publish(ctx, 'answer.created', payload, { spaceId, itemId: threadId, version: count });
    const fresh = {
      title: '',
      helpful: 0,
      wiki: false,
      brief,
      voted: false,
      saved: false,
      deleted: false,
      acceptedAt: null,
      acceptedAs: null,
      acceptedBy: null,
      canonicalAt: null,
      canonicalBy: null,
      yes: 0,
      no: 0,
      mine: null,
    };
    return shownAnswer(ctx, thread, { ...row, ...fresh }, { comments: [], files: files(row.id) }, name);
  }

  /** What an earlier call made, as it stands now and while its author still sees it. */
  async read(ctx: Ctx, id: number): Promise<Answer> {
    const { thread } = await findPost(ctx, id);
    return this.threads.answer(ctx, thread, id);
  }
}

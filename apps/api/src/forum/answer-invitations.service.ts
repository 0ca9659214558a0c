import { Injectable } from '@nestjs/common';
import { answerInvitations, type Input, type Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize, may } from '../policies/authorize.js';
import { inviteToAnswer, possible, repliesFrom, type InvitationState, type ThreadSeen } from '../policies/forum.js';
import { GROUP, INVITE, LIST, MINE, OWN, PEOPLE, REPLY, TAKEN } from './answer-invitations.sql.js';
import { promisedDay } from './holidays.js';
import { findThread, type ThreadRow } from './sight.js';

const { INVITED_LIMIT, GROUP_LIMIT } = answerInvitations;
type Found = ThreadSeen & ThreadRow;
type List = Result<typeof answerInvitations.list>;
type Replied = Result<typeof answerInvitations.reply>;

/** Asking people by name to answer, and what they say to it. */
@Injectable()
export class AnswerInvitationsService {
  async list(ctx: Ctx, { id }: Input<typeof answerInvitations.list>): Promise<List> {
    const thread = await findThread(ctx, id);
    const items = await ctx.db.rows<List['items'][number]>(LIST, [id]);
    const taken = await this.taken(ctx, id);
    const invite = thread.kind === 'question' && possible(thread, 'answer') && may(ctx, inviteToAnswer, thread);
    return { items, left: Math.max(0, INVITED_LIMIT - taken), can: { invite } };
  }

  async mine(ctx: Ctx): Promise<Result<typeof answerInvitations.mine>> {
    return { items: await ctx.db.rows(MINE) };
  }

  async invite(ctx: Ctx, input: Input<typeof answerInvitations.invite>): Promise<{ invited: number }> {
    const thread = await findThread(ctx, input.id, true);
    if (thread.kind !== 'question') throw new Problem('not-found');
    authorize(ctx, inviteToAnswer, thread);
    if (!possible(thread, 'answer')) throw new Problem('thread-closed');
    const { personIds, spaceId } = input;
    if (personIds.length === 0 && spaceId === undefined) throw wrongField('/personIds', 'choice');
    let invited = 0;
    if (personIds.length > 0) {
      const wanted = [...new Set(personIds)];
      await this.demandReaders(ctx, thread, wanted);
      if ((await this.taken(ctx, thread.id, wanted)) + wanted.length > INVITED_LIMIT)
        throw tooMany('/personIds', INVITED_LIMIT);
      invited += await this.add(ctx, thread, wanted, false);
    }
    if (spaceId !== undefined) {
      const members = (await ctx.db.rows<{ id: number }>(GROUP, [spaceId, thread.spaceId])).map(({ id }) => id);
      if (members.length === 0) throw wrongField('/spaceId', 'choice');
      if (members.length > GROUP_LIMIT) throw tooMany('/spaceId', GROUP_LIMIT);
      invited += await this.add(ctx, thread, members, true);
    }
    return { invited };
  }

  /** What is done twice says again what was done; what is over cannot be said any more. */
  async reply(ctx: Ctx, { id, reply, personId }: Input<typeof answerInvitations.reply>): Promise<Replied> {
    const thread = await findThread(ctx, id, true);
    const own = await ctx.db.row<{ state: InvitationState }>(OWN, [id]);
    if (!own) throw new Problem('not-found');
    const allowed = repliesFrom(own.state);
    if (!allowed.includes(reply)) throw new Problem('illegal-transition', { allowed: [...allowed] });
    if (reply === 'handed_on') await this.handOn(ctx, thread, personId);
    const answerBy = reply === 'will_answer' ? promisedDay(ctx.clock.now()) : null;
    const to = reply === 'handed_on' ? personId : null;
    const moved = await ctx.db.row(REPLY, [id, own.state, reply, answerBy, to]);
    if (!moved) throw new Problem('illegal-transition', { allowed: [] });
    const detail = to ? { handedTo: to } : {};
    const action = 'answerInvitation.reply';
    await audit(ctx, { action, role: 'invited', itemId: id, from: own.state, to: reply, detail });
    publish(ctx, 'thread.changed', { threadId: id }, { spaceId: thread.spaceId, itemId: id, version: thread.version });
    return { state: reply, answerBy };
  }

  private async handOn(ctx: Ctx, thread: Found, personId: number | undefined): Promise<void> {
    if (personId === undefined) throw wrongField('/personId', 'choice');
    if (!possible(thread, 'answer')) throw new Problem('illegal-transition', { allowed: ['not_my_field'] });
    await this.demandReaders(ctx, thread, [personId], '/personId');
    await this.add(ctx, thread, [personId], false);
  }

  /** Everybody named can read and answer the question. Who cannot, and who is not there, are answered alike. */
  private async demandReaders(ctx: Ctx, thread: Found, ids: number[], pointer = '/personIds'): Promise<void> {
    const known = await ctx.db.rows(PEOPLE, [ids, thread.spaceId, thread.id]);
    if (known.length !== ids.length) throw wrongField(pointer, 'choice');
  }

  /** Places taken by people who were asked by name and have not said no, but for these. */
  private async taken(ctx: Ctx, threadId: number, but: number[] = []): Promise<number> {
    return (await ctx.db.row<{ taken: number }>(TAKEN, [threadId, but]))!.taken;
  }

  /** Who was invited before is not invited again, and not told again. */
  private async add(ctx: Ctx, thread: Found, people: number[], throughGroup: boolean): Promise<number> {
    const { id, spaceId } = thread;
    const values = [id, spaceId, people, throughGroup, ctx.clock.now()];
    const made = await ctx.db.rows<{ personId: number }>(INVITE, values);
    for (const { personId } of made) {
      await audit(ctx, { action: 'answerInvitation.open', itemId: id, to: 'open', detail: { personId } });
      publish(ctx, 'answer.invited', { threadId: id, personId }, { spaceId, itemId: id, version: thread.version });
    }
    return made.length;
  }
}

const tooMany = (pointer: string, maximum: number) =>
  new Problem('invalid-input', { errors: [{ pointer, code: 'too-many', values: { maximum } }] });

import { Controller } from '@nestjs/common';
import { answerInvitations, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { AnswerInvitationsService } from './answer-invitations.service.js';

@Controller()
export class AnswerInvitationsController {
  constructor(private readonly invitations: AnswerInvitationsService) {}

  @Endpoint(answerInvitations.list)
  list(ctx: Ctx, input: Input<typeof answerInvitations.list>) {
    return this.invitations.list(ctx, input);
  }

  @Endpoint(answerInvitations.mine)
  mine(ctx: Ctx) {
    return this.invitations.mine(ctx);
  }

  @Endpoint(answerInvitations.invite)
  invite(ctx: Ctx, input: Input<typeof answerInvitations.invite>) {
    return this.invitations.invite(ctx, input);
  }

  @Endpoint(answerInvitations.reply)
  reply(ctx: Ctx, input: Input<typeof answerInvitations.reply>) {
    return this.invitations.reply(ctx, input);
  }
}

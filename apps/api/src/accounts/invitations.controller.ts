import { Controller } from '@nestjs/common';
import { invitations, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { InvitationsService } from './invitations.service.js';
import { JoiningService } from './joining.service.js';
import { OwnInvitationsService } from './own-invitations.service.js';

@Controller()
export class InvitationsController {
  constructor(
    private readonly service: InvitationsService,
    private readonly joining: JoiningService,
    private readonly own: OwnInvitationsService,
  ) {}

  @Endpoint(invitations.invite, { again: 'created' })
  create(ctx: Ctx, input: Input<typeof invitations.invite>) {
    return this.service.create(ctx, input);
  }

  created(ctx: Ctx, id: number) {
    return this.service.created(ctx, id);
  }

  @Endpoint(invitations.invitations)
  list(ctx: Ctx, input: Input<typeof invitations.invitations>) {
    return this.service.list(ctx, input);
  }

  @Endpoint(invitations.ownInvitations)
  listOwn(ctx: Ctx) {
    return this.own.list(ctx);
  }

  @Endpoint(invitations.revokeInvitation)
  revoke(ctx: Ctx, input: Input<typeof invitations.revokeInvitation>) {
    return this.service.revoke(ctx, input);
  }

  @Endpoint(invitations.resendExpired, { again: 'created' })
  resendExpired(ctx: Ctx, input: Input<typeof invitations.resendExpired>) {
    return this.service.resend(ctx, input);
  }

  @Endpoint(invitations.readInvitation)
  read(ctx: Ctx, input: Input<typeof invitations.readInvitation>) {
    return this.joining.read(ctx, input);
  }

  @Endpoint(invitations.acceptInvitation)
  accept(ctx: Ctx, input: Input<typeof invitations.acceptInvitation>) {
    return this.joining.accept(ctx, input);
  }

  @Endpoint(invitations.resendInvitation)
  resend(ctx: Ctx, input: Input<typeof invitations.resendInvitation>) {
    return this.joining.resend(ctx, input);
  }
}

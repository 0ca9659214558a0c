import { Controller } from '@nestjs/common';
import { claims, joins, sessions, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { ClaimsService } from './claims.service.js';
import { JoinsService } from './joins.service.js';
import { LinksService } from './links.service.js';

@Controller()
export class JoinsController {
  constructor(
    private readonly service: JoinsService,
    private readonly claims: ClaimsService,
    private readonly links: LinksService,
  ) {}

  @Endpoint(joins.askToJoin)
  askToJoin(ctx: Ctx, input: Input<typeof joins.askToJoin>) {
    return this.service.ask(ctx, input);
  }

  @Endpoint(joins.inviteColleague)
  inviteColleague(ctx: Ctx, input: Input<typeof joins.inviteColleague>) {
    return this.service.inviteColleague(ctx, input);
  }

  @Endpoint(joins.list)
  list(ctx: Ctx) {
    return this.service.list(ctx);
  }

  @Endpoint(joins.confirm)
  confirm(ctx: Ctx, input: Input<typeof joins.confirm>) {
    return this.service.confirm(ctx, input);
  }

  @Endpoint(joins.decline)
  decline(ctx: Ctx, input: Input<typeof joins.decline>) {
    return this.service.decline(ctx, input);
  }

  @Endpoint(joins.inviteOwn, { again: 'invited' })
  inviteOwn(ctx: Ctx, input: Input<typeof joins.inviteOwn>) {
    return this.service.inviteOwn(ctx, input);
  }

  @Endpoint(claims.claimMailbox)
  claimMailbox(ctx: Ctx, input: Input<typeof claims.claimMailbox>) {
    return this.claims.ask(ctx, input);
  }

  @Endpoint(claims.list)
  listClaims(ctx: Ctx) {
    return this.claims.list(ctx);
  }

  @Endpoint(claims.confirm)
  confirmClaim(ctx: Ctx, input: Input<typeof claims.confirm>) {
    return this.claims.confirm(ctx, input);
  }

  @Endpoint(claims.decline)
  declineClaim(ctx: Ctx, input: Input<typeof claims.decline>) {
    return this.claims.decline(ctx, input);
  }

  @Endpoint(claims.mine)
  mine(ctx: Ctx) {
    return this.claims.mine(ctx);
  }

  @Endpoint(claims.stop)
  stop(ctx: Ctx, input: Input<typeof claims.stop>) {
    return this.claims.stop(ctx, input);
  }

  @Endpoint(sessions.linkSignIn)
  linkSignIn(ctx: Ctx, input: Input<typeof sessions.linkSignIn>) {
    return this.links.signIn(ctx, input);
  }

  invited(ctx: Ctx, id: number) {
    return this.service.invited(ctx, id);
  }
}

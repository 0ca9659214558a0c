import { Controller } from '@nestjs/common';
import { sessions, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { MeService } from './me.service.js';
import { RulesService } from './rules.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SessionsController {
  constructor(
    private readonly me: MeService,
    private readonly signIn: SignInService,
    private readonly service: SessionsService,
    private readonly rules: RulesService,
  ) {}

  @Endpoint(sessions.session)
  read(ctx: Ctx) {
    return this.me.read(ctx);
  }

  @Endpoint(sessions.requestCode)
  requestCode(ctx: Ctx, input: Input<typeof sessions.requestCode>) {
    return this.signIn.requestCode(ctx, input);
  }

  @Endpoint(sessions.confirmCode)
  confirmCode(ctx: Ctx, input: Input<typeof sessions.confirmCode>) {
    return this.signIn.confirmCode(ctx, input);
  }

  @Endpoint(sessions.passwordSignIn)
  password(ctx: Ctx, input: Input<typeof sessions.passwordSignIn>) {
    return this.signIn.password(ctx, input);
  }

  @Endpoint(sessions.signOut)
  signOut(ctx: Ctx) {
    return this.service.signOut(ctx);
  }

  @Endpoint(sessions.acceptRules)
  acceptRules(ctx: Ctx, input: Input<typeof sessions.acceptRules>) {
    return this.rules.accept(ctx, input);
  }

  @Endpoint(sessions.sessions)
  list(ctx: Ctx) {
    return this.service.list(ctx);
  }

  @Endpoint(sessions.endSession)
  end(ctx: Ctx, input: Input<typeof sessions.endSession>) {
    return this.service.end(ctx, input);
  }

  @Endpoint(sessions.endOtherSessions)
  endOthers(ctx: Ctx) {
    return this.service.endOthers(ctx);
  }
}

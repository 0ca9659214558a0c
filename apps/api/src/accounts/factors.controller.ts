import { Controller } from '@nestjs/common';
import { factors, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { FactorsService } from './factors.service.js';
import { SignInService } from './sign-in.service.js';
import { StepUpService } from './step-up.service.js';

@Controller()
export class FactorsController {
  constructor(
    private readonly service: FactorsService,
    private readonly stepUp: StepUpService,
    private readonly signIn: SignInService,
  ) {}

  @Endpoint(factors.list)
  list(ctx: Ctx) {
    return this.service.list(ctx);
  }

  @Endpoint(factors.beginPasskey)
  beginPasskey(ctx: Ctx) {
    return this.service.beginPasskey(ctx);
  }

  @Endpoint(factors.addPasskey)
  addPasskey(ctx: Ctx, input: Input<typeof factors.addPasskey>) {
    return this.service.addPasskey(ctx, input);
  }

  @Endpoint(factors.removePasskey)
  removePasskey(ctx: Ctx, input: Input<typeof factors.removePasskey>) {
    return this.service.removePasskey(ctx, input);
  }

  @Endpoint(factors.beginTotp)
  beginTotp(ctx: Ctx) {
    return this.service.beginTotp(ctx);
  }

  @Endpoint(factors.confirmTotp)
  confirmTotp(ctx: Ctx, input: Input<typeof factors.confirmTotp>) {
    return this.service.confirmTotp(ctx, input);
  }

  @Endpoint(factors.removeTotp)
  removeTotp(ctx: Ctx) {
    return this.service.removeTotp(ctx);
  }

  @Endpoint(factors.makeRecoveryCodes)
  makeRecoveryCodes(ctx: Ctx) {
    return this.service.makeRecoveryCodes(ctx);
  }

  @Endpoint(factors.ways)
  ways(ctx: Ctx) {
    return this.stepUp.ways(ctx);
  }

  @Endpoint(factors.beginStepUp)
  beginStepUp(ctx: Ctx) {
    return this.stepUp.beginPasskey(ctx);
  }

  @Endpoint(factors.stepUpByPasskey)
  stepUpByPasskey(ctx: Ctx, input: Input<typeof factors.stepUpByPasskey>) {
    return this.stepUp.byPasskey(ctx, input);
  }

  @Endpoint(factors.stepUpByTotp)
  stepUpByTotp(ctx: Ctx, input: Input<typeof factors.stepUpByTotp>) {
    return this.stepUp.byTotp(ctx, input);
  }

  @Endpoint(factors.stepUpByRecovery)
  stepUpByRecovery(ctx: Ctx, input: Input<typeof factors.stepUpByRecovery>) {
    return this.stepUp.byRecovery(ctx, input);
  }

  @Endpoint(factors.requestStepUpCode)
  requestStepUpCode(ctx: Ctx) {
    return this.stepUp.requestCode(ctx);
  }

  @Endpoint(factors.stepUpByCode)
  stepUpByCode(ctx: Ctx, input: Input<typeof factors.stepUpByCode>) {
    return this.stepUp.byCode(ctx, input);
  }

  @Endpoint(factors.beginPasskeySignIn)
  beginPasskeySignIn(ctx: Ctx) {
    return this.signIn.beginPasskey(ctx);
  }

  @Endpoint(factors.passkeySignIn)
  passkeySignIn(ctx: Ctx, input: Input<typeof factors.passkeySignIn>) {
    return this.signIn.passkey(ctx, input);
  }

  @Endpoint(factors.recoverySignIn)
  recoverySignIn(ctx: Ctx, input: Input<typeof factors.recoverySignIn>) {
    return this.signIn.recovery(ctx, input);
  }
}

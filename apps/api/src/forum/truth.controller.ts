import { Controller } from '@nestjs/common';
import { truth, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { CanonicalService } from './canonical.service.js';
import { StillTrueService } from './still-true.service.js';

/** What experts and readers say of answers. */
@Controller()
export class TruthController {
  constructor(
    private readonly canonical: CanonicalService,
    private readonly stillTrue: StillTrueService,
  ) {}

  @Endpoint(truth.markCanonical)
  mark(ctx: Ctx, input: Input<typeof truth.markCanonical>) {
    return this.canonical.mark(ctx, input);
  }

  @Endpoint(truth.unmarkCanonical)
  unmark(ctx: Ctx, input: Input<typeof truth.unmarkCanonical>) {
    return this.canonical.unmark(ctx, input);
  }

  @Endpoint(truth.say)
  say(ctx: Ctx, input: Input<typeof truth.say>) {
    return this.stillTrue.say(ctx, input);
  }

  @Endpoint(truth.sayings)
  sayings(ctx: Ctx, input: Input<typeof truth.sayings>) {
    return this.stillTrue.sayings(ctx, input);
  }

  @Endpoint(truth.doubted)
  doubted(ctx: Ctx, input: Input<typeof truth.doubted>) {
    return this.stillTrue.doubted(ctx, input);
  }
}

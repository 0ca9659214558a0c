import { Controller } from '@nestjs/common';
import { moderation, posts, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { HidingService } from './hiding.service.js';
import { RestoringService } from './restoring.service.js';
import { WithheldService } from './withheld.service.js';

@Controller()
export class WithheldController {
  constructor(
    private readonly hiding: HidingService,
    private readonly restoring: RestoringService,
    private readonly withheld: WithheldService,
  ) {}

  @Endpoint(posts.remove)
  remove(ctx: Ctx, input: Input<typeof posts.remove>) {
    return this.hiding.remove(ctx, input);
  }

  @Endpoint(posts.hide)
  hide(ctx: Ctx, input: Input<typeof posts.hide>) {
    return this.hiding.hide(ctx, input);
  }

  @Endpoint(posts.restore)
  restore(ctx: Ctx, input: Input<typeof posts.restore>) {
    return this.restoring.restore(ctx, input);
  }

  @Endpoint(moderation.withheldPosts)
  list(ctx: Ctx, input: Input<typeof moderation.withheldPosts>) {
    return this.withheld.list(ctx, input);
  }
}

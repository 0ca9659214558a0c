import { Controller } from '@nestjs/common';
import { handovers, moving, registry, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { HandoversService } from './handovers.service.js';
import { MergingService } from './merging.service.js';
import { MovingService } from './moving.service.js';
import { UnmergingService } from './unmerging.service.js';

/** People who go somewhere else: one by one, or with their organisation. */
@Controller()
export class MovingController {
  constructor(
    private readonly moving: MovingService,
    private readonly handovers: HandoversService,
    private readonly merging: MergingService,
    private readonly unmerging: UnmergingService,
  ) {}

  @Endpoint(moving.read)
  read(ctx: Ctx) {
    return this.moving.read(ctx);
  }

  @Endpoint(moving.move)
  move(ctx: Ctx, input: Input<typeof moving.move>) {
    return this.moving.move(ctx, input);
  }

  @Endpoint(handovers.list)
  listHandovers(ctx: Ctx) {
    return this.handovers.list(ctx);
  }

  @Endpoint(handovers.decide)
  decideHandover(ctx: Ctx, input: Input<typeof handovers.decide>) {
    return this.handovers.decide(ctx, input);
  }

  @Endpoint(registry.merge)
  merge(ctx: Ctx, input: Input<typeof registry.merge>) {
    return this.merging.merge(ctx, input);
  }

  @Endpoint(registry.takeBackMerger)
  takeBackMerger(ctx: Ctx, input: Input<typeof registry.takeBackMerger>) {
    return this.unmerging.takeBack(ctx, input);
  }
}

import { Controller } from '@nestjs/common';
import { arranging, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { DuplicatesService } from './duplicates.service.js';
import { MovingService } from './moving.service.js';
import { SplittingService } from './splitting.service.js';

@Controller()
export class ArrangingController {
  constructor(
    private readonly duplicates: DuplicatesService,
    private readonly moving: MovingService,
    private readonly splitting: SplittingService,
  ) {}

  @Endpoint(arranging.markDuplicate)
  markDuplicate(ctx: Ctx, input: Input<typeof arranging.markDuplicate>) {
    return this.duplicates.mark(ctx, input);
  }

  @Endpoint(arranging.move)
  move(ctx: Ctx, input: Input<typeof arranging.move>) {
    return this.moving.move(ctx, input);
  }

  @Endpoint(arranging.decideMove)
  decideMove(ctx: Ctx, input: Input<typeof arranging.decideMove>) {
    return this.moving.decide(ctx, input);
  }

  @Endpoint(arranging.withdrawMove)
  withdrawMove(ctx: Ctx, input: Input<typeof arranging.withdrawMove>) {
    return this.moving.withdraw(ctx, input);
  }

  @Endpoint(arranging.split, { again: 'made' })
  split(ctx: Ctx, input: Input<typeof arranging.split>) {
    return this.splitting.split(ctx, input);
  }

  @Endpoint(arranging.merge, { again: 'made' })
  merge(ctx: Ctx, input: Input<typeof arranging.merge>) {
    return this.splitting.merge(ctx, input);
  }

  made(ctx: Ctx, id: number) {
    return this.splitting.made(ctx, id);
  }

  @Endpoint(arranging.place)
  place(ctx: Ctx, input: Input<typeof arranging.place>) {
    return this.splitting.place(ctx, input);
  }
}

import { Controller } from '@nestjs/common';
import { moderation, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { SuspensionService } from './suspension.service.js';

@Controller()
export class SuspensionController {
  constructor(private readonly service: SuspensionService) {}

  @Endpoint(moderation.suspension)
  read(ctx: Ctx, input: Input<typeof moderation.suspension>) {
    return this.service.read(ctx, input);
  }

  @Endpoint(moderation.suspend)
  suspend(ctx: Ctx, input: Input<typeof moderation.suspend>) {
    return this.service.suspend(ctx, input);
  }

  @Endpoint(moderation.unsuspend)
  end(ctx: Ctx, input: Input<typeof moderation.unsuspend>) {
    return this.service.end(ctx, input);
  }
}

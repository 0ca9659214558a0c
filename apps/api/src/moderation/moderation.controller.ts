import { Controller } from '@nestjs/common';
import { moderation, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { AuditLogService } from './audit-log.service.js';
import { FlagsService } from './flags.service.js';
import { ReviewsService } from './reviews.service.js';

@Controller()
export class ModerationController {
  constructor(
    private readonly flags: FlagsService,
    private readonly reviews: ReviewsService,
    private readonly log: AuditLogService,
  ) {}

  @Endpoint(moderation.flag)
  flag(ctx: Ctx, input: Input<typeof moderation.flag>) {
    return this.flags.flag(ctx, input);
  }

  @Endpoint(moderation.reviews)
  list(ctx: Ctx, input: Input<typeof moderation.reviews>) {
    return this.reviews.list(ctx, input);
  }

  @Endpoint(moderation.claim)
  claim(ctx: Ctx, input: Input<typeof moderation.claim>) {
    return this.reviews.claim(ctx, input);
  }

  @Endpoint(moderation.decide)
  decide(ctx: Ctx, input: Input<typeof moderation.decide>) {
    return this.reviews.decide(ctx, input);
  }

  @Endpoint(moderation.auditLog)
  audit(ctx: Ctx, input: Input<typeof moderation.auditLog>) {
    return this.log.list(ctx, input);
  }

  @Endpoint(moderation.auditExport)
  export(ctx: Ctx, input: Input<typeof moderation.auditExport>) {
    return this.log.export(ctx, input);
  }
}

import { Controller } from '@nestjs/common';
import { notifications, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { NotificationsService } from './notifications.service.js';

@Controller()
export class NotificationsController {
  constructor(private readonly service: NotificationsService) {}

  @Endpoint(notifications.inbox)
  list(ctx: Ctx, input: Input<typeof notifications.inbox>) {
    return this.service.list(ctx, input);
  }

  @Endpoint(notifications.markRead)
  markRead(ctx: Ctx, input: Input<typeof notifications.markRead>) {
    return this.service.markRead(ctx, input);
  }

  @Endpoint(notifications.stream)
  stream(ctx: Ctx, input: Input<typeof notifications.stream>) {
    return this.service.stream(ctx, input);
  }

  @Endpoint(notifications.changes)
  changes(ctx: Ctx, input: Input<typeof notifications.changes>) {
    return this.service.changes(ctx, input);
  }
}

import { Controller } from '@nestjs/common';
import { history, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { HistoryService } from './history.service.js';

@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Endpoint(history.history)
  list(ctx: Ctx, input: Input<typeof history.history>) {
    return this.history.list(ctx, input);
  }

  @Endpoint(history.readRevision)
  read(ctx: Ctx, input: Input<typeof history.readRevision>) {
    return this.history.read(ctx, input);
  }

  @Endpoint(history.setWiki)
  setWiki(ctx: Ctx, input: Input<typeof history.setWiki>) {
    return this.history.setWiki(ctx, input);
  }
}

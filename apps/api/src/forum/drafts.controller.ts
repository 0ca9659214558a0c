import { Controller } from '@nestjs/common';
import { drafts, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { DraftsService } from './drafts.service.js';

@Controller()
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Endpoint(drafts.drafts)
  list(ctx: Ctx) {
    return this.drafts.list(ctx);
  }

  @Endpoint(drafts.readDraft)
  read(ctx: Ctx, input: Input<typeof drafts.readDraft>) {
    return this.drafts.read(ctx, input);
  }

  @Endpoint(drafts.saveDraft)
  save(ctx: Ctx, input: Input<typeof drafts.saveDraft>) {
    return this.drafts.save(ctx, input);
  }

  @Endpoint(drafts.removeDraft)
  remove(ctx: Ctx, input: Input<typeof drafts.removeDraft>) {
    return this.drafts.remove(ctx, input);
  }
}

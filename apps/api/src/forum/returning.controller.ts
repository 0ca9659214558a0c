import { Controller } from '@nestjs/common';
import { returning, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { ReturningService } from './returning.service.js';
import { UnnamedService } from './unnamed.service.js';
import { WatchesService } from './watches.service.js';

@Controller()
export class ReturningController {
  constructor(
    private readonly returning: ReturningService,
    private readonly watches: WatchesService,
    private readonly unnamed: UnnamedService,
  ) {}

  @Endpoint(returning.bookmarks)
  list(ctx: Ctx, input: Input<typeof returning.bookmarks>) {
    return this.returning.list(ctx, input);
  }

  @Endpoint(returning.save)
  save(ctx: Ctx, input: Input<typeof returning.save>) {
    return this.returning.save(ctx, input);
  }

  @Endpoint(returning.remove)
  remove(ctx: Ctx, input: Input<typeof returning.remove>) {
    return this.returning.remove(ctx, input);
  }

  @Endpoint(returning.readTo)
  readTo(ctx: Ctx, input: Input<typeof returning.readTo>) {
    return this.returning.readTo(ctx, input);
  }

  @Endpoint(returning.watchTopic)
  watchTopic(ctx: Ctx, input: Input<typeof returning.watchTopic>) {
    return this.watches.setTopic(ctx, input);
  }

  @Endpoint(returning.watchSpace)
  watchSpace(ctx: Ctx, input: Input<typeof returning.watchSpace>) {
    return this.watches.setSpace(ctx, input);
  }

  @Endpoint(returning.showName)
  showName(ctx: Ctx, input: Input<typeof returning.showName>) {
    return this.unnamed.showName(ctx, input);
  }
}

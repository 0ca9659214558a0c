import { Controller } from '@nestjs/common';
import { threads, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { ArchivingService } from './archiving.service.js';
import { AskingService } from './asking.service.js';
import { ClosingService } from './closing.service.js';
import { ThreadsService } from './threads.service.js';
import { PinningService } from './pinning.service.js';
import { VotesService } from './votes.service.js';
import { WatchesService } from './watches.service.js';

@Controller()
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly asking: AskingService,
    private readonly archiving: ArchivingService,
    private readonly closing: ClosingService,
    private readonly votes: VotesService,
    private readonly watches: WatchesService,
    private readonly pinning: PinningService,
  ) {}

  @Endpoint(threads.list)
  list(ctx: Ctx, input: Input<typeof threads.list>) {
    return this.threads.list(ctx, input);
  }

  @Endpoint(threads.read)
  read(ctx: Ctx, input: Input<typeof threads.read>) {
    return this.threads.read(ctx, input);
  }

  @Endpoint(threads.ask, { again: 'asked' })
  ask(ctx: Ctx, input: Input<typeof threads.ask>) {
    return this.asking.ask(ctx, input);
  }

  asked(ctx: Ctx, id: number) {
    return this.asking.asked(ctx, id);
  }

  @Endpoint(threads.edit)
  edit(ctx: Ctx, input: Input<typeof threads.edit>) {
    return this.asking.edit(ctx, input);
  }

  @Endpoint(threads.addMeToo)
  addMeToo(ctx: Ctx, input: Input<typeof threads.addMeToo>) {
    return this.votes.addMeToo(ctx, input);
  }

  @Endpoint(threads.removeMeToo)
  removeMeToo(ctx: Ctx, input: Input<typeof threads.removeMeToo>) {
    return this.votes.removeMeToo(ctx, input);
  }

  @Endpoint(threads.close)
  close(ctx: Ctx, input: Input<typeof threads.close>) {
    return this.closing.close(ctx, input);
  }

  @Endpoint(threads.archive)
  archive(ctx: Ctx, input: Input<typeof threads.archive>) {
    return this.archiving.archive(ctx, input);
  }

  @Endpoint(threads.reopen)
  reopen(ctx: Ctx, input: Input<typeof threads.reopen>) {
    return this.closing.reopen(ctx, input);
  }

  @Endpoint(threads.pin)
  pin(ctx: Ctx, input: Input<typeof threads.pin>) {
    return this.pinning.pin(ctx, input);
  }

  @Endpoint(threads.watch)
  watch(ctx: Ctx, input: Input<typeof threads.watch>) {
    return this.watches.set(ctx, input);
  }
}

import { Controller } from '@nestjs/common';
import { posts, threads, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { AcceptanceService } from './acceptance.service.js';
import { AnswersService } from './answers.service.js';

@Controller()
export class AnswersController {
  constructor(
    private readonly answers: AnswersService,
    private readonly acceptance: AcceptanceService,
  ) {}

  @Endpoint(posts.reply, { again: 'readAnswer' })
  reply(ctx: Ctx, input: Input<typeof posts.reply>) {
    return this.answers.reply(ctx, input);
  }

  readAnswer(ctx: Ctx, id: number) {
    return this.answers.read(ctx, id);
  }

  @Endpoint(threads.accept)
  accept(ctx: Ctx, input: Input<typeof threads.accept>) {
    return this.acceptance.accept(ctx, input);
  }

  @Endpoint(threads.unaccept)
  unaccept(ctx: Ctx, input: Input<typeof threads.unaccept>) {
    return this.acceptance.unaccept(ctx, input);
  }
}

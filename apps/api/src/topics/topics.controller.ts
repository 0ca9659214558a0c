import { Controller } from '@nestjs/common';
import { topics, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { TopicsService } from './topics.service.js';

@Controller()
export class TopicsController {
  constructor(private readonly service: TopicsService) {}

  @Endpoint(topics.list)
  list(ctx: Ctx) {
    return this.service.list(ctx);
  }

  @Endpoint(topics.read)
  read(ctx: Ctx, input: Input<typeof topics.read>) {
    return this.service.read(ctx, input);
  }

  @Endpoint(topics.abbreviations)
  abbreviations(ctx: Ctx, input: Input<typeof topics.abbreviations>) {
    return this.service.abbreviations(ctx, input);
  }
}

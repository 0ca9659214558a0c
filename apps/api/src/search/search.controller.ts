import { Controller } from '@nestjs/common';
import { search, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { SearchService } from './search.service.js';

@Controller()
export class SearchController {
  constructor(private readonly service: SearchService) {}

  @Endpoint(search.search)
  find(ctx: Ctx, input: Input<typeof search.search>) {
    return this.service.find(ctx, input);
  }

  @Endpoint(search.similar)
  similar(ctx: Ctx, input: Input<typeof search.similar>) {
    return this.service.similar(ctx, input);
  }

  @Endpoint(search.mentionable)
  mentionable(ctx: Ctx, input: Input<typeof search.mentionable>) {
    return this.service.mentionable(ctx, input);
  }
}

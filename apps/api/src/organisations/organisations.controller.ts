import { Controller } from '@nestjs/common';
import { organisations, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { OrganisationsService } from './organisations.service.js';

@Controller()
export class OrganisationsController {
  constructor(private readonly service: OrganisationsService) {}

  @Endpoint(organisations.list)
  list(ctx: Ctx, input: Input<typeof organisations.list>) {
    return this.service.list(ctx, input);
  }

  @Endpoint(organisations.read)
  read(ctx: Ctx, input: Input<typeof organisations.read>) {
    return this.service.read(ctx, input);
  }

  @Endpoint(organisations.addUnit, { again: 'addedUnit' })
  addUnit(ctx: Ctx, input: Input<typeof organisations.addUnit>) {
    return this.service.addUnit(ctx, input);
  }

  addedUnit(ctx: Ctx, id: number) {
    return this.service.added(ctx, id);
  }
}

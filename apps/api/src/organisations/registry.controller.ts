import { Controller } from '@nestjs/common';
import { registry, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { RegistryService } from './registry.service.js';
import { SuccessionsService } from './successions.service.js';

@Controller()
export class RegistryController {
  constructor(
    private readonly service: RegistryService,
    private readonly successions: SuccessionsService,
  ) {}

  @Endpoint(registry.create, { again: 'created' })
  create(ctx: Ctx, input: Input<typeof registry.create>) {
    return this.service.create(ctx, input);
  }

  created(ctx: Ctx, id: number) {
    return this.service.created(ctx, id);
  }

  @Endpoint(registry.rename)
  rename(ctx: Ctx, input: Input<typeof registry.rename>) {
    return this.service.rename(ctx, input);
  }

  @Endpoint(registry.dissolve)
  dissolve(ctx: Ctx, input: Input<typeof registry.dissolve>) {
    return this.service.dissolve(ctx, input);
  }

  @Endpoint(registry.restore)
  restore(ctx: Ctx, input: Input<typeof registry.restore>) {
    return this.service.restore(ctx, input);
  }

  @Endpoint(registry.addSuccession, { again: 'successionAdded' })
  addSuccession(ctx: Ctx, input: Input<typeof registry.addSuccession>) {
    return this.successions.add(ctx, input);
  }

  successionAdded(ctx: Ctx, id: number) {
    return this.successions.added(ctx, id);
  }

  @Endpoint(registry.removeSuccession)
  removeSuccession(ctx: Ctx, input: Input<typeof registry.removeSuccession>) {
    return this.successions.remove(ctx, input);
  }
}

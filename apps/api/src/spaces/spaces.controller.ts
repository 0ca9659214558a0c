import { Controller } from '@nestjs/common';
import { moderation, spaces, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { SpacesService } from './spaces.service.js';

@Controller()
export class SpacesController {
  constructor(private readonly spaces: SpacesService) {}

  @Endpoint(spaces.list)
  list(ctx: Ctx) {
    return this.spaces.list(ctx);
  }

  @Endpoint(spaces.read)
  read(ctx: Ctx, input: Input<typeof spaces.read>) {
    return this.spaces.read(ctx, input);
  }

  @Endpoint(spaces.create, { again: 'created' })
  create(ctx: Ctx, input: Input<typeof spaces.create>) {
    return this.spaces.create(ctx, input);
  }

  created(ctx: Ctx, id: number) {
    return this.spaces.created(ctx, id);
  }

  @Endpoint(spaces.members)
  members(ctx: Ctx, input: Input<typeof spaces.members>) {
    return this.spaces.members(ctx, input);
  }

  @Endpoint(moderation.slow)
  slow(ctx: Ctx, input: Input<typeof moderation.slow>) {
    return this.spaces.slow(ctx, input);
  }

  @Endpoint(spaces.setMember)
  setMember(ctx: Ctx, input: Input<typeof spaces.setMember>) {
    return this.spaces.setMember(ctx, input);
  }

  @Endpoint(spaces.removeMember)
  removeMember(ctx: Ctx, input: Input<typeof spaces.removeMember>) {
    return this.spaces.removeMember(ctx, input);
  }
}

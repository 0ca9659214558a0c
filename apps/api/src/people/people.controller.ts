import { Controller } from '@nestjs/common';
import { people, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { PeopleService } from './people.service.js';
import { PositionsService } from './positions.service.js';
import { ProfilesService } from './profiles.service.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly directory: PeopleService,
    private readonly profiles: ProfilesService,
    private readonly positions: PositionsService,
  ) {}

  @Endpoint(people.list)
  list(ctx: Ctx, input: Input<typeof people.list>) {
    return this.directory.list(ctx, input);
  }

  @Endpoint(people.read)
  read(ctx: Ctx, input: Input<typeof people.read>) {
    return this.directory.read(ctx, input);
  }

  @Endpoint(people.profile)
  profile(ctx: Ctx) {
    return this.profiles.read(ctx);
  }

  @Endpoint(people.saveProfile)
  saveProfile(ctx: Ctx, input: Input<typeof people.saveProfile>) {
    return this.profiles.save(ctx, input);
  }

  @Endpoint(people.addPosition, { again: 'addedPosition' })
  addPosition(ctx: Ctx, input: Input<typeof people.addPosition>) {
    return this.positions.add(ctx, input);
  }

  addedPosition(ctx: Ctx, id: number) {
    return this.positions.added(ctx, id);
  }
}

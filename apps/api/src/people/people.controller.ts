import { Controller } from '@nestjs/common';
import { people, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { InterestsService } from './interests.service.js';
import { OfficeService } from './office.service.js';
import { PeopleService } from './people.service.js';
import { PositionsService } from './positions.service.js';
import { ProfilesService } from './profiles.service.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly directory: PeopleService,
    private readonly profiles: ProfilesService,
    private readonly positions: PositionsService,
    private readonly office: OfficeService,
    private readonly interests: InterestsService,
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

  @Endpoint(people.endPosition)
  endPosition(ctx: Ctx, input: Input<typeof people.endPosition>) {
    return this.office.end(ctx, input);
  }

  @Endpoint(people.confirmPosition)
  confirmPosition(ctx: Ctx) {
    return this.office.confirm(ctx);
  }

  @Endpoint(people.represented)
  represented(ctx: Ctx) {
    return this.office.represented(ctx);
  }

  @Endpoint(people.interests)
  listInterests(ctx: Ctx) {
    return this.interests.list(ctx);
  }

  @Endpoint(people.declareInterest)
  declareInterest(ctx: Ctx, input: Input<typeof people.declareInterest>) {
    return this.interests.declare(ctx, input);
  }

  @Endpoint(people.withdrawInterest)
  withdrawInterest(ctx: Ctx, input: Input<typeof people.withdrawInterest>) {
    return this.interests.withdraw(ctx, input);
  }
}

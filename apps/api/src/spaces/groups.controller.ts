import { Controller } from '@nestjs/common';
import { groups, spaces, type Input } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { Endpoint } from '../platform/endpoint.js';
import { GroupsService } from './groups.service.js';
import { JoiningsService } from './joinings.service.js';
import { SpaceSettingsService } from './settings.service.js';

@Controller()
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly joinings: JoiningsService,
    private readonly settings: SpaceSettingsService,
  ) {}

  @Endpoint(groups.list)
  list(ctx: Ctx, input: Input<typeof groups.list>) {
    return this.groups.list(ctx, input);
  }

  @Endpoint(groups.joinings)
  waiting(ctx: Ctx, input: Input<typeof groups.joinings>) {
    return this.joinings.list(ctx, input);
  }

  @Endpoint(groups.ask, { again: 'begun' })
  ask(ctx: Ctx, input: Input<typeof groups.ask>) {
    return this.joinings.ask(ctx, input);
  }

  @Endpoint(groups.invite, { again: 'begun' })
  invite(ctx: Ctx, input: Input<typeof groups.invite>) {
    return this.joinings.invite(ctx, input);
  }

  begun(ctx: Ctx, id: number) {
    return this.joinings.begun(ctx, id);
  }

  @Endpoint(groups.accept)
  accept(ctx: Ctx, input: Input<typeof groups.accept>) {
    return this.joinings.accept(ctx, input);
  }

  @Endpoint(groups.decline)
  decline(ctx: Ctx, input: Input<typeof groups.decline>) {
    return this.joinings.decline(ctx, input);
  }

  @Endpoint(groups.withdraw)
  withdraw(ctx: Ctx, input: Input<typeof groups.withdraw>) {
    return this.joinings.withdraw(ctx, input);
  }

  @Endpoint(spaces.change)
  change(ctx: Ctx, input: Input<typeof spaces.change>) {
    return this.settings.change(ctx, input);
  }

  @Endpoint(spaces.close)
  close(ctx: Ctx, input: Input<typeof spaces.close>) {
    return this.settings.close(ctx, input);
  }

  @Endpoint(spaces.reopen)
  reopen(ctx: Ctx, input: Input<typeof spaces.reopen>) {
    return this.settings.reopen(ctx, input);
  }
}

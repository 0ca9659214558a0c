import { Module } from '@nestjs/common';
import { ItemsModule } from '../items/items.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { HandoversService } from './handovers.service.js';
import { InterestsService } from './interests.service.js';
import { RegistryListener } from './registry.listener.js';
import { MergingService } from './merging.service.js';
import { MovingController } from './moving.controller.js';
import { MovingService } from './moving.service.js';
import { OfficeService } from './office.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleListener } from './people.listener.js';
import { PeopleService } from './people.service.js';
import { PositionsService } from './positions.service.js';
import { ProfilesService } from './profiles.service.js';
import { UnmergingService } from './unmerging.service.js';

@Module({
  imports: [ItemsModule, OrganisationsModule],
  controllers: [PeopleController, MovingController],
  providers: [
    PeopleService,
    ProfilesService,
    PositionsService,
    OfficeService,
    InterestsService,
    MovingService,
    HandoversService,
    MergingService,
    UnmergingService,
    RegistryListener,
    PeopleListener,
  ],
  exports: [ProfilesService],
})
export class PeopleModule {}

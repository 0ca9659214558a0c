import { Module } from '@nestjs/common';
import { ItemsModule } from '../items/items.module.js';
import { InterestsService } from './interests.service.js';
import { OfficeService } from './office.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PositionsService } from './positions.service.js';
import { ProfilesService } from './profiles.service.js';

@Module({
  imports: [ItemsModule],
  controllers: [PeopleController],
  providers: [PeopleService, ProfilesService, PositionsService, OfficeService, InterestsService],
  exports: [ProfilesService],
})
export class PeopleModule {}

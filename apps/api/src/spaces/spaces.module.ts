import { Module } from '@nestjs/common';
import { GroupsController } from './groups.controller.js';
import { GroupsService } from './groups.service.js';
import { WaitingListener } from './waiting.listener.js';
import { JoiningsService } from './joinings.service.js';
import { SpaceSettingsService } from './settings.service.js';
import { SpacesController } from './spaces.controller.js';
import { SpacesService } from './spaces.service.js';

@Module({
  controllers: [SpacesController, GroupsController],
  providers: [SpacesService, GroupsService, JoiningsService, SpaceSettingsService, WaitingListener],
  exports: [SpacesService],
})
export class SpacesModule {}

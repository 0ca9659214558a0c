import { Module } from '@nestjs/common';
import { ItemsModule } from '../items/items.module.js';
import { EndingService } from './ending.service.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';
import { RegistryController } from './registry.controller.js';
import { RegistryService } from './registry.service.js';
import { SuccessionsService } from './successions.service.js';

@Module({
  imports: [ItemsModule],
  controllers: [OrganisationsController, RegistryController],
  providers: [OrganisationsService, RegistryService, SuccessionsService, EndingService],
  exports: [RegistryService, EndingService],
})
export class OrganisationsModule {}

import { Module } from '@nestjs/common';
import { ItemsModule } from '../items/items.module.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';

@Module({ imports: [ItemsModule], controllers: [OrganisationsController], providers: [OrganisationsService] })
export class OrganisationsModule {}

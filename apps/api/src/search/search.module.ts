import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchListener } from './search.listener.js';
import { SearchService } from './search.service.js';

@Module({ controllers: [SearchController], providers: [SearchService, SearchListener] })
export class SearchModule {}

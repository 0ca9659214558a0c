import { Module } from '@nestjs/common';
import { ItemsModule } from '../items/items.module.js';
import { GlossaryService } from './glossary.service.js';
import { RegistersController } from './registers.controller.js';
import { TopicRegisterService } from './topic-register.service.js';
import { TopicsController } from './topics.controller.js';
import { TopicsService } from './topics.service.js';

@Module({
  imports: [ItemsModule],
  controllers: [TopicsController, RegistersController],
  providers: [TopicsService, TopicRegisterService, GlossaryService],
})
export class TopicsModule {}

import { Module } from '@nestjs/common';
import { ForumModule } from '../forum/forum.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { AuditLogService } from './audit-log.service.js';
import { DecisionsListener } from './decisions.listener.js';
import { FlagsService } from './flags.service.js';
import { ModerationController } from './moderation.controller.js';
import { ReviewsService } from './reviews.service.js';

@Module({
  imports: [ForumModule, NotificationsModule],
  controllers: [ModerationController],
  providers: [FlagsService, ReviewsService, AuditLogService, DecisionsListener],
})
export class ModerationModule {}

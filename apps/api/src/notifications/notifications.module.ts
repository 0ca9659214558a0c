import { Module } from '@nestjs/common';
import { DecisionsService } from './decisions.service.js';
import { MailingListener } from './mailing.listener.js';
import { JoiningsListener } from './joinings.listener.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsListener } from './notifications.listener.js';
import { NotificationsService } from './notifications.service.js';

@Module({
  controllers: [NotificationsController],
  providers: [DecisionsService, NotificationsService, NotificationsListener, MailingListener, JoiningsListener],
  exports: [DecisionsService],
})
export class NotificationsModule {}

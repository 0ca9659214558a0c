import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { FilesModule } from '../files/files.module.js';
import { ItemsModule } from '../items/items.module.js';
import { AcceptanceService } from './acceptance.service.js';
import { AnswerInvitationsController } from './answer-invitations.controller.js';
import { AnswerInvitationsListener } from './answer-invitations.listener.js';
import { AnswerInvitationsService } from './answer-invitations.service.js';
import { AnswersController } from './answers.controller.js';
import { AnswersService } from './answers.service.js';
import { ArchivingService } from './archiving.service.js';
import { ArrangingController } from './arranging.controller.js';
import { AskingService } from './asking.service.js';
import { CanonicalService } from './canonical.service.js';
import { ClosingService } from './closing.service.js';
import { CommentsService } from './comments.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { DuplicatesService } from './duplicates.service.js';
import { HistoryController } from './history.controller.js';
import { HistoryService } from './history.service.js';
import { HidingService } from './hiding.service.js';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';
import { MovingService } from './moving.service.js';
import { PinningService } from './pinning.service.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { RemindersListener } from './reminders.listener.js';
import { ReturningController } from './returning.controller.js';
import { ReturningService } from './returning.service.js';
import { RestoringService } from './restoring.service.js';
import { StillTrueService } from './still-true.service.js';
import { SplittingService } from './splitting.service.js';
import { ThreadsController } from './threads.controller.js';
import { ThreadsService } from './threads.service.js';
import { TruthController } from './truth.controller.js';
import { UnnamedService } from './unnamed.service.js';
import { Views } from './views.js';
import { VotesService } from './votes.service.js';
import { WatchesService } from './watches.service.js';
import { WithheldController } from './withheld.controller.js';
import { WithheldService } from './withheld.service.js';

const services = [
  AnswerInvitationsListener,
  AnswerInvitationsService,
  RemindersListener,
  ReturningService,
  UnnamedService,
  ThreadsService,
  AskingService,
  AnswersService,
  CommentsService,
  PostsService,
  VotesService,
  AcceptanceService,
  ArchivingService,
  CanonicalService,
  StillTrueService,
  ClosingService,
  WatchesService,
  DraftsService,
  HistoryService,
  HomeService,
  HidingService,
  RestoringService,
  WithheldService,
  PinningService,
  DuplicatesService,
  MovingService,
  SplittingService,
  Views,
];

@Module({
  imports: [CalendarModule, FilesModule, ItemsModule],
  controllers: [
    AnswerInvitationsController,
    ArrangingController,
    ReturningController,
    ThreadsController,
    AnswersController,
    TruthController,
    PostsController,
    WithheldController,
    DraftsController,
    HistoryController,
    HomeController,
  ],
  providers: services,
  exports: services,
})
export class ForumModule {}

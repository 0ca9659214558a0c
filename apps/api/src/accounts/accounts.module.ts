import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { SpacesModule } from '../spaces/spaces.module.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsListener } from './accounts.listener.js';
import { AccountsService } from './accounts.service.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { ClaimsService } from './claims.service.js';
import { CodesService } from './codes.service.js';
import { ChallengesService } from './challenges.service.js';
import { DemoDoors } from './demo-doors.js';
import { EmailsService } from './emails.service.js';
import { FactorsController } from './factors.controller.js';
import { FactorsListener } from './factors.listener.js';
import { FactorsService } from './factors.service.js';
import { InstanceController } from './instance.controller.js';
import { InstanceService } from './instance.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { OwnInvitationsService } from './own-invitations.service.js';
import { JoiningService } from './joining.service.js';
import { JoinsController } from './joins.controller.js';
import { JoinsListener } from './joins.listener.js';
import { JoinsService } from './joins.service.js';
import { LinksService } from './links.service.js';
import { MeService } from './me.service.js';
import { MergersListener } from './mergers.listener.js';
import { NoticesService } from './notices.service.js';
import { PasskeysService } from './passkeys.service.js';
import { PasswordsService } from './passwords.service.js';
import { RecoveryService } from './recovery.service.js';
import { RulesService } from './rules.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { StepUpService } from './step-up.service.js';
import { TotpService } from './totp.service.js';
import { TriesService } from './tries.service.js';
import { StatusService } from './status.service.js';
import { TextsService } from './texts.service.js';
import { SuspensionController } from './suspension.controller.js';
import { SuspensionService } from './suspension.service.js';

@Module({
  imports: [PeopleModule, SpacesModule],
  controllers: [
    SessionsController,
    AccountsController,
    FactorsController,
    JoinsController,
    InvitationsController,
    InstanceController,
    SuspensionController,
    AppointmentsController,
  ],
  providers: [
    MeService,
    SessionsService,
    SignInService,
    CodesService,
    PasswordsService,
    RulesService,
    AccountsService,
    SuspensionService,
    AppointmentsService,
    MergersListener,
    EmailsService,
    InvitationsService,
    OwnInvitationsService,
    JoiningService,
    InstanceService,
    StatusService,
    TextsService,
    AccountsListener,
    FactorsService,
    StepUpService,
    PasskeysService,
    TotpService,
    RecoveryService,
    ChallengesService,
    TriesService,
    FactorsListener,
    NoticesService,
    JoinsService,
    JoinsListener,
    ClaimsService,
    LinksService,
    DemoDoors,
  ],
  exports: [MeService, SessionsService],
})
export class AccountsModule {}

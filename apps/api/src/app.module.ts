import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Account } from './accounts/account.entity.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { Email } from './accounts/email.entity.js';
import { Invitation } from './accounts/invitation.entity.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { FilesModule } from './files/files.module.js';
import { ForumModule } from './forum/forum.module.js';
import { Post } from './forum/post.entity.js';
import { Thread } from './forum/thread.entity.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { Organisation } from './organisations/organisation.entity.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PageModule } from './page/page.module.js';
import { PeopleModule } from './people/people.module.js';
import { Position } from './people/position.entity.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { Cursors } from './platform/cursor.js';
import { Database, dataSourceOptions } from './platform/database.js';
import { Disk } from './platform/disk.js';
import { Health } from './platform/health.js';
import { Jobs } from './platform/jobs.js';
import { Limits } from './platform/limits.js';
import { Queues } from './platform/queues.js';
import { Mailer } from './platform/mail.js';
import { Pipeline } from './platform/pipeline.js';
import { Sealing } from './platform/sealing.js';
import { Settings } from './platform/settings.js';
import { Signal } from './platform/signal.js';
import { Stream } from './platform/stream.js';
import { Upkeep } from './platform/upkeep.js';
import { SearchModule } from './search/search.module.js';
import { SpacesModule } from './spaces/spaces.module.js';
import { TopicsModule } from './topics/topics.module.js';

const entities: (new () => object)[] = [Organisation, Position, Post, Thread, Account, Email, Invitation];

async function makeSettings(config: Config, clock: Clock, source: DataSource): Promise<Settings> {
  const [{ secret }] = await source.query('select secret from instance');
  return {
    config,
    clock,
    origin: config.origin,
    secure: config.origin.startsWith('https:'),
    cursors: new Cursors(secret),
  };
}

@Module({})
class PlatformModule {}

@Module({})
class AppModule {}

/** The platform, for every domain. */
function platform(config: Config, clock: Clock): DynamicModule {
  const settings = {
    provide: Settings,
    inject: [getDataSourceToken()],
    useFactory: (source: DataSource) => makeSettings(config, clock, source),
  };
  const database = {
    provide: Database,
    inject: [getDataSourceToken()],
    useFactory: (source: DataSource) => new Database(source),
  };
  const disk = { provide: Disk, useFactory: () => new Disk(config.dataDir) };
  const shared = [settings, database, disk, Limits, Queues, Signal, Stream, Jobs, Mailer];
  return {
    module: PlatformModule,
    global: true,
    imports: [
      DiscoveryModule,
      TypeOrmModule.forRoot({ ...dataSourceOptions(config.databaseUrl, config.poolSize, entities), retryAttempts: 0 }),
    ],
    providers: [...shared, Pipeline, Health, Upkeep, Sealing],
    exports: shared,
  };
}

/** The whole application: platform below, domains in their order. */
export function appModule(config: Config, clock: Clock): DynamicModule {
  return {
    module: AppModule,
    imports: [
      platform(config, clock),
      CalendarModule,
      SpacesModule,
      TopicsModule,
      OrganisationsModule,
      PeopleModule,
      AccountsModule,
      FilesModule,
      ForumModule,
      SearchModule,
      NotificationsModule,
      ModerationModule,
      PageModule,
    ],
  };
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index that is made while the product serves. */
abstract class Index implements MigrationInterface {
  readonly transaction = false as const;
  protected abstract readonly index: string;
  protected abstract readonly on: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index concurrently ${this.index} on ${this.on}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index concurrently ${this.index}`);
  }
}

/** Little of what people give has come from a duplicate. */
export class VotesAlong1790000000041 extends Index {
  protected readonly index = 'vote_came_from';
  protected readonly on = 'vote (came_from) where came_from is not null';
}
export class MeTooAlong1790000000041 extends Index {
  protected readonly index = 'me_too_came_from';
  protected readonly on = 'me_too (came_from) where came_from is not null';
}
export class WatchesAlong1790000000041 extends Index {
  protected readonly index = 'watch_came_from';
  protected readonly on = 'watch (came_from) where came_from is not null';
}

/** What the log says of a thread that moves, without reading thirty days of it. */
export class EventsOfItem1790000000041 extends Index {
  protected readonly index = 'event_of_item';
  protected readonly on = 'event (item_id) where item_id is not null';
}

/** What was told of a thread moves with it. */
export class NotificationsOfThread1790000000041 extends Index {
  protected readonly index = 'notification_of_thread';
  protected readonly on = 'notification (thread_id, space_id)';
}

/** The parts of the sitemap are counted from the index alone: posts, the most of what there is, do not stand in it. */
export class SitemapItems1790000000041 extends Index {
  protected readonly index = 'item_in_sitemap';
  protected readonly on = `item (space_id, id) include (active_at, state)
    where kind in ('question', 'discussion', 'organisation', 'topic')`;
}

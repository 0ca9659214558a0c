import { Injectable } from '@nestjs/common';
import { references } from '@hat-nhan/markdown';
import type { Notification } from '@hat-nhan/contracts';
import type { Heard } from '../events.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { jobContext } from '../platform/job-context.js';
import { On } from '../platform/listen.js';
import { publish } from '../platform/publish.js';
import { Settings } from '../platform/settings.js';
import { mailDue } from './mail-due.js';

type Kind = Notification['kind'];
/** What is said to one person alone goes by mail too. */
const MAILED: ReadonlySet<Kind> = new Set(['mention', 'accepted', 'invited', 'reminder', 'move_asked']);
interface About {
  postId: number;
  actorId: number | null;
}
interface Concerned {
  asker: number | null;
  author: number | null;
  parent_author: number | null;
  html: string;
  watchers: { id: number; level: 'watch' | 'normal' | 'mute'; whole: boolean }[];
}

// Where it stands now: since then it may have been split off or merged.
const CONCERNED = sql(`select t.author_id as asker, i.author_id as author, x.author_id as parent_author, p.html,
    coalesce((select json_agg(json_build_object('id', w.person_id, 'level', w.level, 'whole', w.whole) order by w.person_id) from app.followers(t.id) w), '[]') as watchers
  from post p join item t on t.id = p.thread_id join item i on i.id = p.id left join item x on x.id = p.parent_id
  where p.id = $1`);
const EXPERTS =
  sql(`select e.person_id as id from item_topic it join topic_expert e on e.topic_id = it.topic_id and e.expert where it.item_id = $1
  union select i.author_id from item i where i.id = $2 and i.author_id is not null order by 1`);
// Read with the eyes of the one who is told: what he does not see gives no row, and no error.
// Whether its doer hides his name is kept with it: the thread may go elsewhere afterwards.
const TELL =
  sql(`insert into notification (person_id, space_id, kind, thread_id, post_id, actor_id, byline, at, mail_due)
  select app.viewer(), p.space_id, $2, p.thread_id, p.id, $3::int, u.byline, $4, $5::timestamptz
  from post p join item t on t.id = p.thread_id left join unnamed u on u.thread_id = p.thread_id and u.person_id = $3::int
  where p.id = $1 and exists (select from account a where a.person_id = app.viewer() and a.rules_at is not null and a.disabled_at is null)
  on conflict on constraint notification_once do update set at = excluded.at, actor_id = excluded.actor_id, byline = excluded.byline, read_at = null, mailed_at = null, mail_due = excluded.mail_due
    where excluded.kind in ('reminder', 'doubted', 'duplicate', 'moved', 'move_asked', 'move_refused', 'split', 'merged') and notification.at < excluded.at - interval '1 minute'
  returning id, space_id as "spaceId", thread_id as "threadId"`);

/** Tells people what happened to what they wrote, follow or are named in. The forum does not know of it. */
@Injectable()
export class NotificationsListener {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @On('thread.created')
  async threadCreated({ payload: { threadId }, actorId }: Heard<'thread.created'>): Promise<void> {
    await this.tell({ postId: threadId, actorId }, ({ watchers }) =>
      forAll('asked', watching(watchers.filter(({ whole }) => whole))),
    );
  }

  @On('answer.invited')
  async answerInvited({ payload: { threadId, personId }, actorId }: Heard<'answer.invited'>): Promise<void> {
    await this.tell({ postId: threadId, actorId }, () => forAll('invited', [personId]), 'none');
  }

  /** What one saved oneself: nobody else did it, and nobody else is told. */
  @On('bookmark.due')
  async bookmarkDue({ payload: { postId, personId } }: Heard<'bookmark.due'>): Promise<void> {
    await this.tellOne(personId, 'reminder', { postId, actorId: null }, null);
  }

  @On('answer.created')
  async answerCreated({ payload, actorId }: Heard<'answer.created'>): Promise<void> {
    await this.tell({ ...payload, actorId }, ({ asker, watchers }) => forAll('answer', [asker, ...watching(watchers)]));
  }

  @On('comment.created')
  async commentCreated({ payload: { postId }, actorId }: Heard<'comment.created'>): Promise<void> {
    await this.tell({ postId, actorId }, (concerned) => forAll('comment', [concerned.parent_author]));
  }

  @On('answer.accepted')
  async answerAccepted({ payload, actorId }: Heard<'answer.accepted'>): Promise<void> {
    await this.tell({ ...payload, actorId }, ({ author }) => forAll('accepted', [author]), 'none');
  }

  @On('answer.canonical')
  async answerCanonical({ payload, actorId }: Heard<'answer.canonical'>): Promise<void> {
    await this.tell({ ...payload, actorId }, ({ author }) => forAll('canonical', [author]), 'none');
  }

  /** The experts of the topic and who wrote it; it is the answer that they look at, so nobody is named as who did it. */
  @On('answer.doubted')
  async answerDoubted({ payload, actorId }: Heard<'answer.doubted'>): Promise<void> {
    if (actorId === null) return;
    const concerned = await this.database.use({
      viewer: actorId,
      writes: false,
      run: (db) => db.rows<{ id: number }>(EXPERTS, [payload.threadId, payload.postId]),
    });
    for (const { id } of concerned)
      if (id !== actorId) await this.tellOne(id, 'doubted', { ...payload, actorId: null }, null);
  }

  @On('thread.closed')
  async threadClosed({ payload, actorId }: Heard<'thread.closed'>): Promise<void> {
    await this.tell(
      { ...payload, actorId },
      ({ asker, watchers }) => forAll('closed', [asker, ...watching(watchers)]),
      'none',
    );
  }

  /** Who asked is told what became of his thread; who wrote what became a thread, or a post of another one, too. */
  @On('thread.duplicated')
  async threadDuplicated({ payload, actorId }: Heard<'thread.duplicated'>): Promise<void> {
    await this.arranged('duplicate', payload.threadId, actorId);
  }

  @On('thread.moved')
  async threadMoved({ payload, actorId }: Heard<'thread.moved'>): Promise<void> {
    await this.arranged('moved', payload.threadId, actorId);
  }

  @On('move.asked')
  async moveAsked({ payload, actorId }: Heard<'move.asked'>): Promise<void> {
    await this.arranged('move_asked', payload.threadId, actorId);
  }

  @On('move.decided')
  async moveDecided({ payload, actorId }: Heard<'move.decided'>): Promise<void> {
    const { threadId, personId, agreed } = payload;
    await this.tellOne(personId, agreed ? 'moved' : 'move_refused', { postId: threadId, actorId }, null);
  }

  @On('thread.split')
  async threadSplit({ payload, actorId }: Heard<'thread.split'>): Promise<void> {
    await this.arranged('split', payload.threadId, actorId);
  }

  @On('thread.merged')
  async threadMerged({ payload, actorId }: Heard<'thread.merged'>): Promise<void> {
    await this.arranged('merged', payload.postId, actorId);
  }

  private async arranged(kind: Kind, postId: number, actorId: number | null): Promise<void> {
    await this.tell({ postId, actorId }, ({ author }) => forAll(kind, [author]), 'none');
  }

  /** An edit of the author may name somebody for the first time; who was told before is not told again. */
  @On('post.changed')
  async postChanged({ payload, actorId }: Heard<'post.changed'>): Promise<void> {
    await this.tell({ ...payload, actorId }, () => new Map(), 'of the author');
  }

  @On('thread.changed')
  async threadChanged({ payload: { threadId }, actorId }: Heard<'thread.changed'>): Promise<void> {
    await this.tell({ postId: threadId, actorId }, () => new Map(), 'of the author');
  }

  /** Looks with the eyes of the one who did it for whom it concerns; a mention wins over other reasons. */
  private async tell(
    about: About,
    reasons: (concerned: Concerned) => Map<number, Kind>,
    mentions: 'all' | 'of the author' | 'none' = 'all',
  ): Promise<void> {
    const { actorId, postId } = about;
    if (actorId === null) return;
    const concerned = await this.database.use({
      viewer: actorId,
      writes: false,
      run: (db) => db.row<Concerned>(CONCERNED, [postId]),
    });
    if (!concerned) return;
    const told = reasons(concerned);
    const counts = mentions === 'all' || (mentions === 'of the author' && concerned.author === actorId);
    for (const { kind, id } of counts ? references(concerned.html) : []) if (kind === 'person') told.set(id, 'mention');
    told.delete(actorId);
    for (const { id, level } of concerned.watchers) if (level === 'mute') told.delete(id);
    for (const [personId, kind] of told) await this.tellOne(personId, kind, about, concerned);
  }

  private async tellOne(
    personId: number,
    kind: Kind,
    { postId, actorId }: About,
    concerned: Concerned | null,
  ): Promise<void> {
    const now = this.settings.clock.now();
    const mailed = MAILED.has(kind) || (kind === 'answer' && concerned?.asker === personId);
    const due = mailed ? mailDue(now) : null;
    await this.database.use({
      viewer: personId,
      writes: true,
      run: async (db) => {
        const values = [postId, kind, actorId, now.toISOString(), due];
        const made = await db.row<{ id: number; spaceId: number; threadId: number }>(TELL, values);
        if (!made) return;
        const ctx = jobContext(db, this.settings, personId);
        publish(
          ctx,
          'notification.created',
          { notificationId: made.id, personId },
          { spaceId: made.spaceId, itemId: made.threadId },
        );
      },
    });
  }
}

const watching = (watchers: Concerned['watchers']) =>
  watchers.filter(({ level }) => level === 'watch').map(({ id }) => id);
const forAll = (kind: Kind, people: (number | null)[]) =>
  new Map(people.flatMap((id) => (id === null ? [] : [[id, kind] as const])));

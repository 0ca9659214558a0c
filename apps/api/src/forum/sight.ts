import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import type { PostSeen, ThreadSeen } from '../policies/forum.js';

const MATURE_MS = 14 * 86_400_000;

/** How the viewer stands to the thread of item `i`: columns, over the join of its topics, `own`. */
export const STANDING = `i.space_id = any ((select app.writable())::int[]) as writable,
  case when app.space_kind(i.space_id) in ('public', 'members', 'state') then false
    else i.space_id = any ((select app.spaces_of((select app.viewer()), 'moderate'))::int[]) end as moderates,
  coalesce(own.expert, false) as expert, own.topic as "topicId",
  exists (select from unnamed u where u.thread_id = i.id and u.person_id = (select app.viewer())) as "hidesName"`;
/** The line that stands in thread `thread` in place of the byline of `person`; null where he is shown by name there. */
export const lineInstead = (person: string, thread: string) =>
  `(select u.byline from unnamed u where u.thread_id = ${thread} and u.person_id = ${person})`;
/** Whether the thread of item `i` is shown without the name of who asked. */
export const UNNAMED = `(i.author_id is not null and i.byline->>'personId' is null) as unnamed`;
const STANDING_JOIN = `left join lateral (
    select min(it.topic_id) as topic, bool_or(e.expert) as expert from item_topic it
    left join topic_expert e on e.topic_id = it.topic_id and e.person_id = (select app.viewer()) where it.item_id = i.id
  ) own on true`;

const THREAD = `i.id, i.kind, i.state, i.title, i.space_id as "spaceId", i.author_id as "authorId",
  i.created_at as "createdAt", i.version, (select s.slow_minutes from space s where s.id = i.space_id) as "slowMinutes", ${UNNAMED}, ${STANDING}`;
const FIND_THREAD = `select ${THREAD} from item i ${STANDING_JOIN}
  where i.id = $1 and i.kind in ('question', 'discussion') and i.state <> 'hidden'`;
const FIND_POST = `select ${THREAD}, p.id as "postId", p.kind as "postKind", p.parent_id as "parentId", p.helpful, p.wiki, p.accepted_at as "acceptedAt", p.deleted_at is not null as deleted,
    pi.author_id as "postAuthorId", pi.version as "postVersion"
  from post p join item pi on pi.id = p.id join item i on i.id = p.thread_id ${STANDING_JOIN}
  where p.id = $1 and i.state <> 'hidden'`;
// Whoever changes a thread holds its item first: state and counters then stand still, and orders of locks never cross.
const LOCK = ' for no key update of i';

const statements = {
  thread: sql(FIND_THREAD),
  lockedThread: sql(FIND_THREAD + LOCK),
  post: sql(FIND_POST),
  lockedPost: sql(FIND_POST + LOCK),
};

export interface ThreadRow extends Omit<ThreadSeen, 'mature'> {
  id: number;
  title: string;
  spaceId: number;
  createdAt: string;
  version: number;
  topicId: number | null;
  /** Minutes between two posts of a person in its space. */
  slowMinutes: number;
}
interface PostColumns {
  postId: number;
  postKind: PostSeen['kind'];
  parentId: number | null;
  helpful: number;
  wiki: boolean;
  acceptedAt: string | null;
  deleted: boolean;
  postAuthorId: number | null;
  postVersion: number;
}
/** A post with its thread, as the viewer sees both. */
export interface FoundPost extends PostSeen {
  id: number;
  parentId: number | null;
  helpful: number;
  acceptedAt: string | null;
  version: number;
  thread: ThreadSeen & ThreadRow;
}

/** A row of the thread as policies judge it. */
export const seen = <T extends { createdAt: string }>(ctx: Ctx, row: T): T & { mature: boolean } => ({
  ...row,
  mature: ctx.clock.now().getTime() - Date.parse(row.createdAt) >= MATURE_MS,
});

/** The thread, held until the end of the transaction with `lock`. Throws `not-found`, also for what is hidden. */
export async function findThread(ctx: Ctx, id: number, lock = false): Promise<ThreadSeen & ThreadRow> {
  const row = await ctx.db.row<ThreadRow>(lock ? statements.lockedThread : statements.thread, [id]);
  if (!row) throw new Problem('not-found');
  return seen(ctx, row);
}

/** A question's text, an answer or a comment; with `lock` its thread is held. Throws `not-found`, also for what is hidden. */
export async function findPost(ctx: Ctx, id: number, lock = false): Promise<FoundPost> {
  const row = await ctx.db.row<ThreadRow & PostColumns>(lock ? statements.lockedPost : statements.post, [id]);
  if (!row) throw new Problem('not-found');
  const { postId, postKind, parentId, helpful, wiki, acceptedAt, deleted, postAuthorId, postVersion, ...thread } = row;
  return {
    id: postId,
    kind: postKind,
    parentId,
    helpful,
    wiki,
    acceptedAt,
    deleted,
    authorId: postAuthorId,
    version: postVersion,
    thread: seen(ctx, thread),
  };
}

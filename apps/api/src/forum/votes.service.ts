import { Injectable } from '@nestjs/common';
import type { Input, posts, Result, threads } from '@hat-nhan/contracts';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { addMeToo, removeMeToo, voteOn } from '../policies/forum.js';
import { findPost, findThread, type FoundPost, type ThreadRow } from './sight.js';

// The counter moves only with a row that was really written or removed; its update waits for others', and adds to theirs.
const changing = (vote: string, step: string) =>
  sql(`with changed as (${vote} returning post_id), post_counted as (
    update post p set helpful = p.helpful ${step} from changed where p.id = changed.post_id returning p.id, p.kind, p.helpful
  ), thread_counted as (
    update thread t set helpful = t.helpful ${step} from post_counted p where t.id = p.id and p.kind = 'question'
  ) select helpful from post_counted`);
const VOTE = changing(
  'insert into vote (post_id, space_id, person_id) values ($1, $2, $3) on conflict do nothing',
  '+ 1',
);
const UNVOTE = changing('delete from vote where post_id = $1 and space_id = $2 and person_id = $3', '- 1');

const ORGANISATION = sql('select top_id as "organisationId" from person where id = $1');
// Asked where nothing changed. The thread is held before, so that units are never counted from the same old picture.
const ME_TOO = sql('select me_too as "meToo" from thread where id = $1');
const ADD_ME_TOO = sql(`with added as (
    insert into me_too (thread_id, space_id, person_id, organisation_id) values ($1, $2, $3, $4) on conflict do nothing returning organisation_id
  ) update thread set me_too = (select count(distinct organisation_id)::int from (
      select organisation_id from me_too where thread_id = $1 union all select organisation_id from added) m)
  where id = $1 and exists (select from added) returning me_too as "meToo"`);
const REMOVE_ME_TOO =
  sql(`with removed as (delete from me_too where thread_id = $1 and person_id = $2 returning thread_id)
  update thread set me_too = (select count(distinct organisation_id)::int from me_too where thread_id = $1 and person_id <> $2)
  where id = $1 and exists (select from removed) returning me_too as "meToo"`);

type Votes = Result<typeof posts.vote>;
type MeToo = Result<typeof threads.addMeToo>;
type Count = Pick<MeToo, 'meToo'>;

/** "Hữu ích", and "Đơn vị tôi cũng gặp". */
@Injectable()
export class VotesService {
  async vote(ctx: Ctx, { id }: Input<typeof posts.vote>): Promise<Votes> {
    return this.count(ctx, id, VOTE, true);
  }

  async unvote(ctx: Ctx, { id }: Input<typeof posts.unvote>): Promise<Votes> {
    return this.count(ctx, id, UNVOTE, false);
  }

  private async count(ctx: Ctx, id: number, statement: typeof VOTE, voted: boolean): Promise<Votes> {
    const post = await findPost(ctx, id, true);
    authorize(ctx, voteOn, post);
    const { id: threadId, spaceId } = post.thread;
    const changed = await ctx.db.row<{ helpful: number }>(statement, [id, spaceId, actorOf(ctx).personId]);
    if (!changed) return { helpful: await this.helpful(ctx, post), voted };
    const seen = { spaceId, itemId: threadId, version: changed.helpful };
    publish(ctx, 'post.voted', { threadId, postId: id }, seen);
    return { helpful: changed.helpful, voted };
  }

  private async helpful(ctx: Ctx, post: FoundPost): Promise<number> {
    return (await findPost(ctx, post.id)).helpful;
  }

  async addMeToo(ctx: Ctx, { id }: Input<typeof threads.addMeToo>): Promise<MeToo> {
    const { personId } = actorOf(ctx);
    const thread = await findThread(ctx, id, true);
    const own = await ctx.db.row<{ organisationId: number | null }>(ORGANISATION, [personId]);
    const organisationId = own?.organisationId ?? null;
    authorize(ctx, addMeToo, { ...thread, hasOrganisation: organisationId !== null });
    const counted = await ctx.db.row<Count>(ADD_ME_TOO, [id, thread.spaceId, personId, organisationId]);
    return this.told(ctx, thread, counted, true);
  }

  async removeMeToo(ctx: Ctx, { id }: Input<typeof threads.removeMeToo>): Promise<MeToo> {
    const thread = await findThread(ctx, id, true);
    authorize(ctx, removeMeToo, thread);
    const counted = await ctx.db.row<Count>(REMOVE_ME_TOO, [id, actorOf(ctx).personId]);
    return this.told(ctx, thread, counted, false);
  }

  /** The new count, told to those who look at the thread; the old one where nothing was pressed or taken back. */
  private async told(ctx: Ctx, { id, spaceId }: ThreadRow, counted: Count | undefined, metoo: boolean): Promise<MeToo> {
    if (!counted) return { ...(await ctx.db.row<Count>(ME_TOO, [id]))!, metoo };
    publish(ctx, 'thread.changed', { threadId: id }, { spaceId, itemId: id, version: counted.meToo });
    return { ...counted, metoo };
  }
}

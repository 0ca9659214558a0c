import { Injectable } from '@nestjs/common';
import type { Byline, Input, moderation, Result, Review } from '@hat-nhan/contracts';
import { cut } from '@hat-nhan/markdown';
import { HidingService } from '../forum/hiding.service.js';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { renderSafely } from '../platform/render.js';
import { Settings } from '../platform/settings.js';
import { authorize, may } from '../policies/authorize.js';
import { decideReview } from '../policies/moderation.js';
import { CLAIM, DECIDE, DECIDED, FIND, WAITING } from './reviews.sql.js';

const PAGE = 30;
const EXCERPT = 400;
const SHOWN = sql('select 1 from post where id = $1');

type Row = Omit<Review, 'excerpt' | 'can' | 'kind' | 'author'> & {
  kind: Review['kind'] | 'discussion';
  author: Byline;
  text: string;
  moderates: boolean;
};
type Logged = 'claimed' | Input<typeof moderation.decide>['outcome'];
interface Found {
  id: number;
  state: Review['state'];
  postId: number;
  threadId: number;
  authorId: number | null;
  moderates: boolean;
  claimedById: number | null;
  reason: string;
}

/** The one list of what was flagged: taken up by one moderator, decided once. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly settings: Settings,
    private readonly hiding: HidingService,
  ) {}

  async list(ctx: Ctx, input: Input<typeof moderation.reviews>): Promise<Result<typeof moderation.reviews>> {
    const { cursors } = this.settings;
    const decided = input.show === 'decided';
    const name = `reviews.list ${decided}`;
    const limit = input.limit ?? PAGE;
    const key = cursors.read(name, input.cursor) ?? (decided ? ['infinity', 2_147_483_647] : ['-infinity', 0]);
    const rows = await ctx.db.rows<Row>(decided ? DECIDED : WAITING, [...key, limit + 1]);
    const page = cursors.page(name, rows, limit, (row) => [(decided && row.decidedAt) || row.at, row.id]);
    return { next: page.next, items: await Promise.all(page.items.map((row) => shown(ctx, row))) };
  }

  async claim(ctx: Ctx, { id }: Input<typeof moderation.claim>): Promise<{ done: true }> {
    const found = await this.find(ctx, id);
    const claimed = await ctx.db.run(CLAIM, [id, actorOf(ctx).personId, ctx.clock.now().toISOString()]);
    if (claimed === 0) throw new Problem('already-claimed');
    await this.log(ctx, found, 'claimed', '');
    return { done: true };
  }

  async decide(ctx: Ctx, { id, outcome, note }: Input<typeof moderation.decide>): Promise<{ done: true }> {
    const found = await this.find(ctx, id);
    const { personId } = actorOf(ctx);
    if (found.state === 'open' || found.state === 'deferred')
      throw new Problem('illegal-transition', { allowed: ['claim'] });
    const decided = await ctx.db.run(DECIDE, [id, personId, outcome, ctx.clock.now().toISOString(), note]);
    if (decided === 0) throw new Problem('already-claimed');
    await this.log(ctx, { ...found, state: 'claimed' }, outcome, note);
    const { postId, threadId } = found;
    // Its author, or another decision, may have taken it away meanwhile.
    if (outcome === 'upheld' && (await ctx.db.row(SHOWN, [postId])))
      await this.hiding.hide(ctx, { id: postId, reason: note || found.reason });
    publish(ctx, 'review.decided', { reviewId: id, threadId, postId });
    return { done: true };
  }

  private async find(ctx: Ctx, id: number): Promise<Found> {
    const found = await ctx.db.row<Found>(FIND, [id]);
    if (!found) throw new Problem('not-found');
    authorize(ctx, decideReview, found);
    return found;
  }

  private log(ctx: Ctx, { id, state, postId }: Found, to: Logged, reason: string): Promise<void> {
    const detail = { reviewId: id };
    return audit(ctx, { action: `review.${to}`, role: 'moderator', itemId: postId, from: state, to, reason, detail });
  }
}

async function shown(ctx: Ctx, { text, kind, moderates, ...row }: Row): Promise<Review> {
  const rendered = await renderSafely(text);
  const decides = may(ctx, decideReview, { authorId: row.authorId, moderates });
  const own = row.claimedBy?.id === ctx.actor?.personId;
  const waiting = row.state === 'open' || row.state === 'deferred';
  const late = row.claimedAt !== null && ctx.clock.now().getTime() - Date.parse(row.claimedAt) > 86_400_000;
  return {
    ...row,
    kind: kind === 'discussion' ? 'question' : kind,
    excerpt: cut(rendered.text, EXCERPT),
    can: {
      claim: decides && (waiting || (row.state === 'claimed' && !own && late)),
      decide: decides && row.state === 'claimed' && own,
    },
  };
}

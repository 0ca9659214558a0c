import { Injectable } from '@nestjs/common';
import type { handovers, Input, moving, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { Problem, wrongField } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize, may } from '../policies/authorize.js';
import { coordinates } from '../policies/coordinates.js';
import { demandFreshSignIn } from '../policies/fresh.js';
import { answerHandover, handoverMoves, settleHandover, type HandoverState } from '../policies/people.js';
import { CHANGED, LIST, MOVE, OFFER, ONE } from './handovers.sql.js';
import { EXPERT, REPRESENT } from './naming.sql.js';

type Offer = Input<typeof moving.move>['handOver'][number];
type Listed = Omit<Result<typeof handovers.list>['items'][number], 'can'>;
interface Found {
  personId: number;
  topicId: number | null;
  organisationId: number | null;
  state: HandoverState;
}

/** Roles that hang on where somebody was: a colleague is asked, and who names people names him. */
@Injectable()
export class HandoversService {
  /** Asks colleagues, while the viewer still holds what he hands over. */
  async offer(ctx: Ctx, offers: readonly Offer[]): Promise<void> {
    const asked = new Map<number, number>(); // one letter each, however much he is asked to take over
    for (const { topicId, organisationId, personId } of offers) {
      if ((topicId === undefined) === (organisationId === undefined)) throw wrongField('/handOver', 'choice');
      const statement = topicId === undefined ? OFFER.organisation : OFFER.topic;
      const values = [personId, topicId ?? organisationId, ctx.clock.now()];
      const { fit, id } = (await ctx.db.row<{ fit: number; id: number | null }>(statement, values))!;
      if (fit === 0) throw wrongField('/handOver', 'choice');
      if (id === null) continue;
      await audit(ctx, {
        action: 'handover.offer',
        itemId: personId,
        to: 'offered',
        detail: { handoverId: id, topicId, organisationId },
      });
      asked.set(personId, id);
    }
    for (const [personId, handoverId] of asked) publish(ctx, 'handover.offered', { handoverId, personId });
  }

  async list(ctx: Ctx): Promise<Result<typeof handovers.list>> {
    const rows = await ctx.db.rows<Listed>(LIST, [may(ctx, coordinates, null)]);
    return {
      items: rows.map((row) => {
        const seen = { personId: row.person.id };
        const answer = row.state === 'offered' && may(ctx, answerHandover, seen);
        return { ...row, can: { answer, settle: row.state === 'accepted' && may(ctx, settleHandover, seen) } };
      }),
    };
  }

  async decide(ctx: Ctx, { id, to }: Input<typeof handovers.decide>): Promise<{ done: true }> {
    const found = await ctx.db.row<Found>(ONE, [id, may(ctx, coordinates, null)]);
    if (!found) throw new Problem('not-found');
    const answers = to === 'accepted' || to === 'declined';
    authorize(ctx, answers ? answerHandover : settleHandover, found);
    const allowed = handoverMoves(found.state);
    if (!allowed.includes(to)) throw new Problem('illegal-transition', { allowed: [...allowed] });
    if (to === 'named') await this.name(ctx, found);
    await ctx.db.run(MOVE, [id, to]);
    const detail = { handoverId: id, topicId: found.topicId, organisationId: found.organisationId };
    await audit(ctx, { action: 'handover.decide', itemId: found.personId, from: found.state, to, detail });
    return { done: true };
  }

  /** To speak for an organisation takes a sign-in of now, as naming somebody for it does; who has left it cannot. */
  private async name(ctx: Ctx, { personId, topicId, organisationId }: Found): Promise<void> {
    if (organisationId !== null) {
      demandFreshSignIn(ctx);
      const named = await ctx.db.row<{ n: number }>(REPRESENT, [personId, [organisationId]]);
      if (named!.n === 0) throw new Problem('illegal-transition', { allowed: ['refused'] });
      return;
    }
    await ctx.db.run(EXPERT, [personId, [topicId]]);
    await ctx.db.run(CHANGED, [personId]);
  }
}

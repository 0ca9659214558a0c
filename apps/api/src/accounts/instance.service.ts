import { Injectable } from '@nestjs/common';
import { spaces, type Input, type instance, type Result, type sessions } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import type { RawAnswer } from '../platform/endpoint.js';
import { Mailer, type Begun, type Letter } from '../platform/mail.js';
import { Problem } from '../platform/problem.js';
import { changeInstance } from '../policies/accounts.js';
import { authorize } from '../policies/authorize.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { InvitationsService } from './invitations.service.js';
import { testLetter } from './letters.js';
import { MeService } from './me.service.js';

const SET_UP = sql('update instance set name = $1, contact = $2, set_up_at = $3 where set_up_at is null');
const MYSELF = sql(`select m.name, e.address, a.locale from app.myself() m join account a on a.person_id = m.person_id
  join email e on e.person_id = m.person_id and e.main`);

interface Myself {
  name: string;
  address: string;
  locale: 'vi' | 'en';
}

/** What the operator decides for the whole instance. */
@Injectable()
export class InstanceService {
  constructor(
    private readonly spaces: SpacesService,
    private readonly invitations: InvitationsService,
    private readonly me: MeService,
    private readonly mailer: Mailer,
  ) {}

  /** The first set-up of an empty network, once: its name, a first working group, and who coordinates. */
  async setUp(ctx: Ctx, input: Input<typeof instance.setUp>): Promise<sessions.Me> {
    authorize(ctx, changeInstance, null);
    const changed = await ctx.db.run(SET_UP, [input.name, input.contact, ctx.clock.now()]);
    if (changed === 0) throw new Problem('illegal-transition', { allowed: [] });
    await this.spaces.create(ctx, spaces.create.body.parse({ kind: 'group', name: input.space }));
    if (input.coordinatorEmail !== null) {
      await this.invitations.make(ctx, {
        address: input.coordinatorEmail,
        name: input.coordinatorName,
        title: 'Điều phối viên',
        unit: '',
        organisationId: null,
        roles: ['coordinator'],
      });
    }
    await audit(ctx, { action: 'instance.setUp', role: 'administrator' });
    return this.me.read(ctx);
  }

  /** Sends the caller a letter and tells what the mail server said, good or bad; asked once the request's own work is over. */
  async mailTest(ctx: Ctx): Promise<Result<typeof instance.mailTest> | RawAnswer> {
    authorize(ctx, changeInstance, null);
    if (!this.mailer.configured) return { sent: false, answer: '' };
    const { name, address: to, locale } = (await ctx.db.row<Myself>(MYSELF))!;
    const begun = await this.mailer.begin(ctx.db, { kind: 'test', to, personId: actorOf(ctx).personId });
    const letter = testLetter(locale, name);
    return {
      send: async (_request, reply) => {
        const told: Result<typeof instance.mailTest> = await this.tell(begun, letter);
        await reply.header('cache-control', 'no-store').send(told);
      },
    };
  }

  private async tell(begun: Begun, letter: Letter): Promise<Result<typeof instance.mailTest>> {
    try {
      return { sent: true, answer: await this.mailer.send(begun, letter) };
    } catch (error) {
      return { sent: false, answer: error instanceof Error ? error.message.slice(0, 300) : String(error) };
    }
  }
}

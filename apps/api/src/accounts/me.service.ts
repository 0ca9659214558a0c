import { Injectable } from '@nestjs/common';
import type { sessions } from '@hat-nhan/contracts';
import { may } from '../policies/authorize.js';
import { appoint, invite, changeInstance, inviteOwn } from '../policies/accounts.js';
import { readAudit } from '../policies/moderation.js';
import { keepRegistry } from '../policies/organisations.js';
import { keepGlossary } from '../policies/registers.js';
import type { Ctx, Role } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Mailer } from '../platform/mail.js';
import { rulesDue } from './rules-due.js';

interface InstanceRow {
  name: string;
  demo: boolean;
  setUp: boolean;
}
interface Row extends InstanceRow {
  moderates: boolean;
  represents: boolean;
  me: Omit<NonNullable<sessions.Me['person']>, 'roles'>; // `waitingRoles`: as yet all that he holds
}

const INSTANCE = `coalesce(nullif(i.name, ''), 'Mạng lưới chuyên gia Chính phủ điện tử') as name, i.demo_at is not null as demo, i.set_up_at is null as "setUp"`;
const VISITOR = sql(`select ${INSTANCE} from instance i`);
const PERSON = sql(`select ${INSTANCE}, json_build_object(
    'id', m.person_id, 'name', m.name, 'title', m.title, 'organisation', m.organisation, 'organisationId', m.organisation_id,
    'expertOf', m.expert_of, 'rulesAccepted', a.rules_at is not null and not ${rulesDue('a')}, 'rulesChanged', ${rulesDue('a')}, 'secondFactor', a.second_factor,
    'waitingRoles', array(select r.role from account_role r where r.person_id = m.person_id order by r.role),
    'display', json_build_object('locale', a.locale, 'theme', a.theme, 'textSize', a.text_size, 'contrast', a.contrast),
    'unread', (select count(*)::int from notification n where n.person_id = m.person_id and n.read_at is null)
  ) as me, cardinality(app.moderated()) > 0 and a.rules_at is not null as moderates,
    exists (select from representative r where r.person_id = m.person_id) as represents
  from instance i, app.myself() m join account a on a.person_id = m.person_id`);

/** Of the roles that he holds, those that act in this session and those that wait for his second factor. */
const withRoles = (me: Row['me'], acting: ReadonlySet<Role>) => ({
  ...me,
  roles: [...acting],
  waitingRoles: me.waitingRoles.filter((held) => !acting.has(held)),
});

/** Who is signed in, as the page greets him. */
@Injectable()
export class MeService {
  constructor(private readonly mailer: Mailer) {}

  async read(ctx: Ctx): Promise<sessions.Me> {
    const { actor } = ctx;
    const row = actor ? await ctx.db.row<Row>(PERSON) : undefined;
    const { name, demo, setUp } = row ?? (await ctx.db.row<InstanceRow>(VISITOR))!;
    return {
      person: actor && row ? withRoles(row.me, actor.roles) : null,
      instance: { name, demo, setUp, mail: this.mailer.configured },
      can: {
        ask: actor?.member ?? false,
        invite: may(ctx, invite, { roles: [] }),
        represent: may(ctx, inviteOwn, { representative: row?.represents ?? false }),
        administer: may(ctx, changeInstance, null),
        review: row?.moderates ?? false,
        readAudit: may(ctx, readAudit, null),
        keepRegistry: may(ctx, keepRegistry, null),
        appoint: may(ctx, appoint, null),
        keepGlossary: may(ctx, keepGlossary, null),
      },
    };
  }
}

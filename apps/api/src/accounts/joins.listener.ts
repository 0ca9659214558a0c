import { Injectable } from '@nestjs/common';
import type { Locale } from '@hat-nhan/contracts';
import type { Heard } from '../events.js';
import { Database } from '../platform/database.js';
import { sql, type Db } from '../platform/db.js';
import { Every, On } from '../platform/listen.js';
import { Mailer } from '../platform/mail.js';
import { Settings } from '../platform/settings.js';
import {
  claimLetter,
  declinedLetter,
  handoverLetter,
  linkLetter,
  mainLetter,
  officeLetter,
} from './coming-back-letters.js';
import { NoticesService } from './notices.service.js';
import { hashToken, makeToken } from './tokens.js';

const LINK_MS = 24 * 3_600_000;

const DECLINED = sql(`select address, name, reason, locale from join_request where id = $1 and state = 'declined'`);
const DUE = sql(`update mailbox_claim c set state = 'sent' where c.id = (select d.id from mailbox_claim d
    where d.state = 'confirmed' and d.due_at <= $1 and not exists (select from email e where e.address = d.new_address and e.confirmed_at is not null)
    order by d.id limit 1 for update skip locked)
  returning c.id, c.person_id as "personId", c.new_address as address, c.name, c.locale`);
const OFFERED = sql(`select 1 from handover where id = $1 and state = 'offered'`);
const LINK = sql('insert into sign_in_link (hash, person_id, claim_id, expires_at) values ($1, $2, $3, $4)');
const EXPIRE = sql(`update mailbox_claim c set state = 'expired' where (c.state = 'sent'
    and not exists (select from sign_in_link l where l.claim_id = c.id and l.expires_at > $1))
  or (c.state = 'confirmed' and c.due_at <= $1 and exists (select from email e where e.address = c.new_address and e.confirmed_at is not null))`);
// Once a month at most, and only who may be found: twelve months after he came into the post or confirmed it.
const ASK_OFFICE = sql(`update position x set asked_at = $1::date from person p join account a on a.person_id = p.id
  where x.person_id = p.id and x.kind = 'in_office' and x.to_date is null and a.disabled_at is null and a.rules_at is not null
    and coalesce(x.confirmed_at, x.from_date, p.joined_at::date) <= $1::date - interval '12 months'
    and (x.asked_at is null or x.asked_at <= $1::date - interval '30 days')
    and p.id = (select app.viewer())
  returning x.title, (select o.name from organisation o where o.id = x.organisation_id) as organisation`);
const MEMBERS = sql(
  'select person_id as id from account where rules_at is not null and disabled_at is null and person_id > $1 order by person_id limit 200',
);

interface Addressed {
  address: string;
  name: string;
  locale: Locale;
}

/** Letters of joining, of lost mailboxes, and the yearly question about a post. */
@Injectable()
export class JoinsListener {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly notices: NoticesService,
    private readonly settings: Settings,
  ) {}

  @On('join.declined')
  async tellDeclined({ payload: { requestId } }: Heard<'join.declined'>): Promise<void> {
    if (!this.mailer.configured) return;
    const told = await this.database.use({
      writes: true,
      run: async (db) => {
        const row = await db.row<Addressed & { reason: string }>(DECLINED, [requestId]);
        return row && { ...row, begun: await this.mailer.begin(db, { kind: 'join', to: row.address }) };
      },
    });
    if (told) await this.mailer.send(told.begun, declinedLetter(told));
  }

  @On('mailbox.confirmed')
  async tellClaim({ payload: { personId } }: Heard<'mailbox.confirmed'>): Promise<void> {
    await this.notices.tell(personId, (whom) => claimLetter({ ...whom, link: `${this.settings.origin}/cai-dat` }));
  }

  @On('email.changed')
  async tellEmail({ payload: { personId } }: Heard<'email.changed'>): Promise<void> {
    await this.notices.tell(personId, (whom) => mainLetter({ ...whom, link: `${this.settings.origin}/cai-dat` }));
  }

  @On('handover.offered')
  async tellHandover({ payload: { personId, handoverId } }: Heard<'handover.offered'>): Promise<void> {
    const waits = (db: Db) => db.row(OFFERED, [handoverId]);
    if (!(await this.database.use({ viewer: personId, writes: false, run: waits }))) return; // answered meanwhile
    await this.notices.tell(personId, (whom) => handoverLetter({ ...whom, link: this.settings.origin }));
  }

  /** Three days after a coordinator was sure: a link, born here, to the new address. */
  @Every('*/10 * * * *')
  async sendClaimLinks(): Promise<void> {
    if (!this.mailer.configured) return;
    const now = this.settings.clock.now();
    await this.database.use({ writes: true, run: (db) => db.run(EXPIRE, [now]) });
    for (;;) {
      const token = makeToken();
      const due = await this.database.use({
        writes: true,
        run: async (db) => {
          const row = await db.row<Addressed & { id: number; personId: number }>(DUE, [now]);
          if (!row) return undefined;
          await db.run(LINK, [hashToken(token), row.personId, row.id, new Date(now.getTime() + LINK_MS)]);
          return { ...row, begun: await this.mailer.begin(db, { kind: 'link', to: row.address }) };
        },
      });
      if (!due) return;
      await this.mailer.send(due.begun, linkLetter({ ...due, link: `${this.settings.origin}/vao#${token}` }));
    }
  }

  /** Each morning: who has been in his post for a year without saying so is asked, with his own eyes. */
  @Every('10 7 * * *')
  async askOffice(): Promise<void> {
    const now = this.settings.clock.now();
    for (let last = 0; ;) {
      const some = await this.database.use({ writes: false, run: (db) => db.rows<{ id: number }>(MEMBERS, [last]) });
      for (const { id } of some) {
        const post = await this.database.use({
          viewer: id,
          writes: true,
          run: (db) => db.row<{ title: string; organisation: string }>(ASK_OFFICE, [now]),
        });
        if (post) await this.notices.tell(id, (whom) => officeLetter({ ...whom, ...post, link: this.settings.origin }));
      }
      if (some.length === 0) return;
      last = some.at(-1)!.id;
    }
  }
}

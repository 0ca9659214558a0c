import { Injectable } from '@nestjs/common';
import type { Heard } from '../events.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { Every, On } from '../platform/listen.js';
import { Mailer } from '../platform/mail.js';
import { Settings } from '../platform/settings.js';
import { forget, forgetting, KEPT_DAYS } from '../platform/upkeep.js';
import { CodesService } from './codes.service.js';
import { codeLetter, invitationLetter } from './letters.js';
import { hashToken, makeToken } from './tokens.js';

/** Letters with a token that one address gets in an hour, at most. */
const PER_HOUR = 5;

const SEAL =
  sql(`update invitation v set token_hash = $2 where v.id = $1 and v.state = 'created' and v.expires_at > $3::timestamptz
    and (select count(*) from mail m where m.address = v.address and m.kind = 'invitation' and m.state <> 'failed' and m.sent_at > $3::timestamptz - interval '1 hour') < ${PER_HOUR}
  returning v.address, v.name, v.title, v.unit, v.organisation_id as "organisationId", v.invited_by as "invitedBy", v.invited_by_name as "invitedByName",
    v.expires_at as "expiresAt"`);
// Read with the inviter's own eyes: his name and number are told only where he shows the number.
const ABOUT =
  sql(`select coalesce((select concat_ws(', ', nullif($2::text, ''), o.name) from organisation o where o.id = $1), $2) as organisation,
    coalesce((select concat(p.name, ', ', p.telephone) from person p where p.id = (select app.viewer()) and p.contact_visible and p.telephone <> ''), i.contact) as contact
  from instance i`);
const SENT = sql(`update invitation set state = 'sent' where id = $1 and state = 'created'`);
const NAME = sql('select name from app.myself()');

const EXPIRE =
  sql(`with gone as (update invitation set state = 'expired' where state in ('created', 'sent') and expires_at <= $1::timestamptz returning id)
    insert into audit (action, from_state, to_state, detail) select 'invitation.expire', 'sent', 'expired', json_build_object('invitationId', id) from gone`);
const CODES = forgetting('sign_in_code', 'created_at < $1');
const SESSIONS = forgetting('session', 'least(coalesce(ended_at, expires_at), expires_at, used_at + idle) < $1');
// Who never joined does not stay on file; an accepted one says who brought whom.
const INVITATIONS = forgetting('invitation', `state not in ('created', 'sent', 'accepted') and expires_at < $1`);

interface Sealed {
  address: string;
  name: string;
  title: string;
  unit: string;
  organisationId: number | null;
  invitedBy: number | null;
  invitedByName: string;
  expiresAt: string;
}

/**
 * The letters of accounts. A token is born here, stored hashed and committed before its letter leaves, so that nothing
 * secret waits in a queue; run again, a letter that did not leave carries a new one.
 */
@Injectable()
export class AccountsListener {
  constructor(
    private readonly database: Database,
    private readonly codes: CodesService,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
  ) {}

  @On('invitation.created')
  async sendInvitation({ payload: { invitationId } }: Heard<'invitation.created'>): Promise<void> {
    if (!this.mailer.configured) return;
    const token = makeToken();
    const sealed = await this.database.use({
      writes: true,
      run: async (db) => {
        const row = await db.row<Sealed>(SEAL, [invitationId, hashToken(token), this.settings.clock.now()]);
        return row && { ...row, begun: await this.mailer.begin(db, { kind: 'invitation', to: row.address }) };
      },
    });
    if (!sealed) return;
    const { begun, invitedBy, organisationId, unit } = sealed;
    const about = await this.database.use({
      ...(invitedBy !== null && { viewer: invitedBy }),
      writes: false,
      run: (db) => db.row<{ organisation: string; contact: string }>(ABOUT, [organisationId, unit]),
    });
    const link = `${this.settings.origin}/loi-moi#${token}`;
    const letter = invitationLetter({ ...sealed, ...about!, invitedBy: sealed.invitedByName, link });
    await this.mailer.send(begun, letter, (db) => db.run(SENT, [invitationId]));
  }

  @On('code.requested')
  async sendCode({ payload: { codeId } }: Heard<'code.requested'>): Promise<void> {
    if (!this.mailer.configured) return;
    const now = this.settings.clock.now();
    const made = await this.database.use({
      writes: true,
      run: async (db) => {
        const code = await this.codes.make(db, codeId, now);
        if (!code) return undefined;
        const { address: to, personId } = code;
        return { ...code, begun: await this.mailer.begin(db, { kind: 'code', to, personId }) };
      },
    });
    if (!made) return;
    const named = await this.database.use({
      viewer: made.personId,
      writes: false,
      run: (db) => db.row<{ name: string }>(NAME),
    });
    const letter = codeLetter({ ...made, name: named!.name });
    await this.mailer.send(made.begun, letter, (db) => this.codes.noteSent(db, codeId, now));
  }

  /** Each night: what is over is marked so or taken away. */
  @Every('20 3 * * *')
  async tidyAccounts(): Promise<void> {
    const now = this.settings.clock.now();
    await this.database.use({ writes: true, run: (db) => db.run(EXPIRE, [now]) });
    await forget(this.database, CODES, now, KEPT_DAYS.code);
    await forget(this.database, INVITATIONS, now, KEPT_DAYS.invitation);
    // Sessions live by the clock of the database, which opens every request.
    await forget(this.database, SESSIONS, new Date(), KEPT_DAYS.session);
  }
}

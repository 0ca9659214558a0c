import { Injectable } from '@nestjs/common';
import type { Locale } from '@hat-nhan/contracts';
import { Database } from '../platform/database.js';
import { sql, type Db } from '../platform/db.js';
import { Every } from '../platform/listen.js';
import { makeLog, type Logger } from '../platform/log.js';
import { Mailer } from '../platform/mail.js';
import { Settings } from '../platform/settings.js';
import { writeLetter } from './letter.js';
import { TOLD, type Told } from './notifications.service.js';

/** Letters to one person within 24 hours, besides those that name him directly. */
const A_DAY = 5;
/** Minutes after which a letter that was begun and not finished is begun again. */
const LEASE = 5;

const DUE = sql('select person_id from app.mail_due($1::timestamptz) d(person_id)');
const ADDRESSEE = sql(`select p.name, a.locale, e.address,
    (select count(*)::int from mail m where m.person_id = p.id and m.kind = 'notification' and m.sent_at > $1::timestamptz - interval '1 day') as sent
  from account a join person p on p.id = a.person_id join email e on e.person_id = a.person_id and e.main
  where a.person_id = app.viewer() and a.disabled_at is null and e.confirmed_at is not null`);
const WAITING = `n.mailed_at is null and n.read_at is null and n.mail_due <= $1::timestamptz and n.at > $1::timestamptz - interval '1 day'`;
const TAKE = sql(`update notification n set mail_due = $1::timestamptz + interval '${LEASE} minutes'
  where n.id in (select w.id from notification w where ${WAITING.replaceAll('n.', 'w.')} order by w.id for update skip locked) and ${WAITING}
    and ($2 or n.kind = 'mention') returning n.id`);
const LETTER = sql(`${TOLD} where n.id = any ($1::int[]) order by n.id`);
const SENT = sql('update notification set mailed_at = $2 where id = any ($1::int[]) and mailed_at is null');

interface Addressee {
  name: string;
  locale: Locale;
  address: string;
  sent: number;
}

/**
 * Mails what stayed unread, one letter for all that waits for a person. The order is: take (a conditional update that moves
 * mail_due on, committed), send, mark. Nothing is locked while SMTP talks. A crash between sending and marking sends once
 * more after the lease; marking first could lose the letter without a trace, which is worse.
 */
@Injectable()
export class MailingListener {
  private readonly log: Logger;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly mailer: Mailer,
  ) {
    this.log = makeLog(settings.config.logLevel);
  }

  @Every('* * * * *')
  async mailUnread(): Promise<void> {
    if (!this.mailer.configured) return;
    const now = this.settings.clock.now().toISOString();
    const people = await this.database.use({ writes: false, run: (db) => db.rows<{ person_id: number }>(DUE, [now]) });
    for (const { person_id: personId } of people) {
      // One address that fails must not keep the others waiting; his turn comes again when the lease is over.
      await this.mailOne(personId, now).catch((error: unknown) => this.log.warn({ err: error, personId }, 'mailing'));
    }
  }

  private async mailOne(personId: number, now: string): Promise<void> {
    const taken = await this.database.use({
      viewer: personId,
      writes: true,
      run: async (db) => {
        const to = await db.row<Addressee>(ADDRESSEE, [now]);
        if (!to) return undefined;
        const ids = (await db.rows<{ id: number }>(TAKE, [now, to.sent < A_DAY])).map((row) => row.id);
        return { to, ids };
      },
    });
    if (!taken || taken.ids.length === 0) return;
    await this.database.use({
      viewer: personId,
      writes: false,
      run: (db) => this.send(db, personId, taken.to, taken.ids),
    });
  }

  /** Without a transaction: each statement stands for itself, and no lock is held while the letter goes out. */
  private async send(db: Db, personId: number, to: Addressee, ids: number[]): Promise<void> {
    const told = await db.rows<Told>(LETTER, [ids]);
    if (told.length === 0) return; // what he was told of is out of his sight by now
    const kind = told.some((one) => one.kind === 'mention') ? 'mention' : 'notification';
    const written = writeLetter({ told, locale: to.locale, name: to.name, origin: this.settings.origin });
    await this.mailer.send(db, { kind, to: to.address, personId, ...written });
    await db.run(SENT, [ids, this.settings.clock.now().toISOString()]);
  }
}

import { Injectable } from '@nestjs/common';
import type { Locale } from '@hat-nhan/contracts';
import { excerpter } from '../people/mentions.js';
import { Database } from '../platform/database.js';
import { sql, type Db } from '../platform/db.js';
import { Every } from '../platform/listen.js';
import { makeLog, type Logger } from '../platform/log.js';
import { isRefusal, Mailer } from '../platform/mail.js';
import { Settings } from '../platform/settings.js';
import { writeLetter } from './letter.js';
import { TOLD, type Told } from './notifications.service.js';

/** Letters to one person within 24 hours, besides those that name him directly. */
const A_DAY = 5;
/** Milliseconds after which a run takes up no more people. */
const RUN_MS = 90_000;
/** Minutes after which a letter that was begun and not finished is begun again. */
const LEASE = 5;
/** Letters to one person within 24 hours of which nobody knows whether they went; then the inbox must do. */
const UNKNOWN = 3;

const DUE = sql('select person_id from app.mail_due($1::timestamptz) d(person_id)');
const ADDRESSEE = sql(`select p.name, a.locale, e.address,
    (select json_build_object('sent', count(*) filter (where m.kind = 'notification'), 'unknown', count(*) filter (where m.state = 'begun')) from mail m
      where m.person_id = p.id and m.kind in ('notification', 'mention') and m.state <> 'failed' and m.sent_at > $1::timestamptz - interval '1 day') as mails
  from account a join person p on p.id = a.person_id join email e on e.person_id = a.person_id and e.main
  where a.person_id = app.viewer() and a.disabled_at is null and e.confirmed_at is not null`);
const WAITING = `n.mailed_at is null and n.read_at is null and n.mail_due <= $1::timestamptz and n.at > $1::timestamptz - interval '1 day'`;
const TAKE = sql(`update notification n set mail_due = $1::timestamptz + interval '${LEASE} minutes'
  where n.id in (select w.id from notification w where ${WAITING.replaceAll('n.', 'w.')} order by w.id for update skip locked) and ${WAITING}
    and ($2 or n.kind in ('mention', 'invited')) returning n.id`);
const LETTER = sql(`${TOLD} where n.id = any ($1::int[]) order by n.id`);
const GIVEN_UP = sql('update notification set mail_due = null where id = any ($1::int[]) and mailed_at is null');
const SENT = sql('update notification set mailed_at = $2 where id = any ($1::int[]) and mailed_at is null');

interface Addressee {
  name: string;
  locale: Locale;
  address: string;
  mails: { sent: number; unknown: number };
}

/**
 * Mails what stayed unread, one letter for all that waits for a person. The order is: take (a conditional update that moves
 * mail_due on, committed), send, mark. No connection is held while SMTP talks. A crash between sending and marking sends
 * once more after the lease; marking first could lose the letter without a trace, which is worse.
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
    const began = performance.now();
    const now = this.settings.clock.now().toISOString();
    const people = await this.database.use({ writes: false, run: (db) => db.rows<{ person_id: number }>(DUE, [now]) });
    for (const { person_id: personId } of people) {
      // The rest is the next run's, so that two never run beside each other for long.
      if (performance.now() - began > RUN_MS) return;
      // One address that fails must not keep the others waiting; his turn comes again when the lease is over.
      await this.mailOne(personId).catch((error: unknown) => this.log.warn({ err: error, personId }, 'mailing'));
    }
  }

  private async mailOne(personId: number): Promise<void> {
    const now = this.settings.clock.now().toISOString();
    const taken = await this.database.use({
      viewer: personId,
      writes: true,
      run: (db) => this.take(db, personId, now),
    });
    if (!taken) return;
    const { to, ids, told, cut, begun } = taken;
    const letter = writeLetter({ told, cut, locale: to.locale, name: to.name, origin: this.settings.origin });
    const sent = (db: Db) => db.run(SENT, [ids, this.settings.clock.now().toISOString()]);
    await this.mailer.send(begun, letter, sent).catch(async (error: unknown) => {
      // An address that the mail server refuses for good is not tried again; the inbox has it.
      if (isRefusal(error))
        await this.database.use({ viewer: personId, writes: true, run: (db) => db.run(GIVEN_UP, [ids]) });
      throw error;
    });
  }

  /** With the person's own eyes; undefined where there is nothing to send, or what he was told of is out of his sight. */
  private async take(db: Db, personId: number, now: string) {
    const to = await db.row<Addressee>(ADDRESSEE, [now]);
    if (!to || to.mails.unknown >= UNKNOWN) return undefined;
    const ids = (await db.rows<{ id: number }>(TAKE, [now, to.mails.sent < A_DAY])).map((row) => row.id);
    const told = ids.length > 0 ? await db.rows<Told>(LETTER, [ids]) : [];
    if (told.length === 0) return undefined;
    const kind = told.some((one) => one.kind === 'mention' || one.kind === 'invited') ? 'mention' : 'notification';
    const cut = await excerpter(
      db,
      told.map(({ text }) => text),
    );
    return { to, ids, told, cut, begun: await this.mailer.begin(db, { kind, to: to.address, personId }) };
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Database } from './database.js';
import { sql, type Db } from './db.js';
import { Settings } from './settings.js';

/** Whom a letter is for, and what it is about. */
export interface Addressed {
  kind: string;
  to: string;
  personId?: number;
}

/** A mail as a letter: plain paragraphs, at most one button, signed by the network; rendered for this one recipient. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** A letter of which it is noted that it is about to leave. */
export interface Begun extends Addressed {
  id: number;
}

const BEGIN = sql(
  'insert into mail (address, person_id, kind, state, sent_at) values ($1, $2, $3, $4, $5) returning id',
);
const END = sql('update mail set state = $2, answer = $3 where id = $1');

/** A mail server that says nothing for so long is given up, one that does not greet sooner; the job tries again. */
const PATIENCE_MS = 10_000;
const GREETING_MS = 5000;

/** Sends mail by SMTP. Without SMTP_URL nothing is sent, and whoever needs a code or a link is told so. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {
    const { smtpUrl } = settings.config;
    if (smtpUrl)
      this.transport = createTransport({
        url: smtpUrl,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: GREETING_MS,
        socketTimeout: PATIENCE_MS,
      });
  }

  get configured(): boolean {
    return this.transport !== undefined;
  }

  /**
   * Notes that a letter is about to leave, in the transaction that decides so. Whoever limits letters counts the noted ones
   * too: of one that a crash left `begun` nobody knows whether it went.
   */
  async begin(db: Db, addressed: Addressed): Promise<Begun> {
    const { to, personId, kind } = addressed;
    const noted = await db.row<{ id: number }>(BEGIN, [to, personId ?? null, kind, 'begun', this.settings.clock.now()]);
    return { ...addressed, id: noted!.id };
  }

  /**
   * Sends a noted letter; no connection of the database waits for the mail server. What became of it is recorded in one
   * transaction with `mark`, with the addressee's eyes. Gives what the server said; throws it where the letter was refused or nobody knows.
   */
  async send(begun: Begun, letter: Letter, mark?: (db: Db) => Promise<unknown>): Promise<string> {
    const answer = await this.hand(begun.to, letter).catch(async (error: Failure) => {
      if (surelyStayed(error)) await this.end(begun, 'failed', String(error.response ?? error.code)).catch(() => {});
      throw error;
    });
    await this.end(begun, 'sent', answer, mark);
    return answer;
  }

  private async hand(to: string, letter: Letter): Promise<string> {
    if (!this.transport) throw new Error('There is no mail server.');
    if (/[\r\n]/.test(to + letter.subject)) throw new Error('A header may not hold a line end.');
    const { response } = await this.transport.sendMail({
      from: { name: 'Mạng lưới chuyên gia Chính phủ điện tử', address: this.settings.config.mailFrom },
      to: { name: '', address: to },
      subject: letter.subject.slice(0, 150),
      text: letter.text,
      html: letter.html,
      headers: { 'auto-submitted': 'auto-generated' },
    });
    return String(response);
  }

  private async end(
    { id, personId }: Begun,
    state: 'sent' | 'failed',
    answer: string,
    mark?: (db: Db) => Promise<unknown>,
  ): Promise<void> {
    await this.database.use({
      ...(personId !== undefined && { viewer: personId }),
      writes: true,
      run: async (db) => {
        await db.run(END, [id, state, answer.slice(0, 300)]);
        await mark?.(db);
      },
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

interface Failure {
  /** The refusal that the server spoke. */
  response?: string;
  responseCode?: number;
  code?: string;
  syscall?: string;
  timeoutType?: string;
}

/** Whether the mail server refused a letter for good (5xx): the same letter would be refused again. */
export const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && Number((error as Failure).responseCode) >= 500;

/** Whether the letter is known not to have left: the server refused it, or no session with it came about. */
function surelyStayed({ responseCode, syscall, timeoutType, code }: Failure): boolean {
  if (responseCode !== undefined || syscall === 'connect') return true;
  if (timeoutType !== undefined) return timeoutType !== 'SOCKET_TIMEOUT';
  return code !== 'ECONNECTION' && code !== 'ESOCKET';
}

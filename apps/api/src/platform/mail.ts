import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { sql, type Db } from './db.js';
import { Settings } from './settings.js';

/** A mail as a letter: plain paragraphs, at most one button, signed by the network. */
export interface Letter {
  kind: string;
  to: string;
  subject: string;
  /** Already rendered for this one recipient. */
  text: string;
  html: string;
  personId?: number;
  headers?: Record<string, string>;
}

const KEEP = sql('insert into mail (address, person_id, kind, answer) values ($1, $2, $3, $4)');

/** A mail server that says nothing for so long is given up; the job tries again. */
const PATIENCE_MS = 10_000;

/** Sends mail by SMTP. Without SMTP_URL nothing is sent, and whoever needs a code or a link is told so. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(private readonly settings: Settings) {
    const { smtpUrl } = settings.config;
    if (smtpUrl)
      this.transport = createTransport({
        url: smtpUrl,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
      });
  }

  get configured(): boolean {
    return this.transport !== undefined;
  }

  /** Sends one letter and records that it went, and what the server said. Throws what SMTP answered. */
  async send(db: Db, letter: Letter): Promise<string> {
    if (!this.transport) return '';
    if (/[\r\n]/.test(letter.to + letter.subject)) throw new Error('A header may not hold a line end.');
    const sent = await this.transport.sendMail({
      from: { name: 'Mạng lưới chuyên gia Chính phủ điện tử', address: this.settings.config.mailFrom },
      to: { name: '', address: letter.to },
      subject: letter.subject.slice(0, 150),
      text: letter.text,
      html: letter.html,
      headers: { 'auto-submitted': 'auto-generated', ...letter.headers },
    });
    await db.run(KEEP, [letter.to, letter.personId ?? null, letter.kind, String(sent.response).slice(0, 300)]);
    return String(sent.response);
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

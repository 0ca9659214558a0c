import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const KEPT = 200;

/** A letter as it arrived. */
export interface ReceivedLetter {
  id: number;
  /** Address of the first recipient. */
  to: string;
  subject: string;
  /** ISO 8601, when it arrived. */
  at: string;
  text: string;
  html: string;
}

/** A mail server for this process alone: the demo shows what it received, tests read it. */
export interface Mailbox {
  /** To be used as SMTP_URL. */
  url: string;
  /** The last 200, oldest first. */
  letters: ReceivedLetter[];
  close(): Promise<void>;
}

const open = new Map<string, Mailbox>();

/** The mailbox that this process opened at `url`, if that is where its mail goes. */
export const mailboxAt = (url: string): Mailbox | undefined => open.get(url);

/** Opens a mail server on a free loopback port that accepts everything and delivers nothing. Throws what listening throws. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: ReceivedLetter[] = [];
  let count = 0;
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 1024 * 1024,
    onData: (stream, session, done) => {
      buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((mail) => {
          letters.push({
            id: ++count,
            to: session.envelope.rcptTo[0]?.address ?? '',
            subject: mail.subject ?? '',
            at: new Date().toISOString(),
            text: mail.text ?? '',
            html: mail.html ?? '',
          });
          if (letters.length > KEPT) letters.splice(0, letters.length - KEPT);
          done(null);
        })
        .catch(done);
    },
  });
  smtp.on('error', () => {}); // a client that hangs up; the sender sees it itself
  const server = smtp.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `smtp://127.0.0.1:${port}`;
  const mailbox: Mailbox = {
    url,
    letters,
    close: () => {
      open.delete(url);
      return new Promise((resolve) => smtp.close(() => resolve()));
    },
  };
  open.set(url, mailbox);
  return mailbox;
}

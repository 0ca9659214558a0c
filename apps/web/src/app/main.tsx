import '../ui/styles.js';
import { setNonce } from 'get-nonce';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient, seed } from '../lib/query.js';
import { followOtherTabs, sessionQuery } from '../lib/session.js';
import { speak } from '../lib/i18n.js';
import { Providers } from './providers.js';
import { createPages } from './router.js';

interface Embedded {
  session?: unknown;
  answers?: { key: readonly unknown[]; data: unknown }[];
}

/** The answers that the server put into the page, so that the first view asks for nothing. */
function embedded(): Embedded {
  const text = document.getElementById('answers')?.textContent;
  return text ? (JSON.parse(text) as Embedded) : {};
}

/** Not at the top level: pages import what stands in this file's chunk, and would wait for it while it waits for them. */
async function start(): Promise<void> {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  setNonce(nonce);
  const client = createClient();
  const { session, answers = [] } = embedded();
  if (session) client.setQueryData(sessionQuery.queryKey, session as never);
  seed(client, answers);
  followOtherTabs(client);
  const pages = createPages();
  // The first thing to be seen is a whole page: a frame without it would jump when it comes.
  await Promise.all([speak(document.documentElement.lang === 'en' ? 'en' : 'vi'), pages.load()]);
  const place = document.getElementById('root');
  if (!place) return;
  const root = createRoot(place);
  // In small steps, so that a slow phone answers its reader meanwhile; the lines of the server stay until all is there.
  startTransition(() => root.render(<Providers client={client} nonce={nonce} pages={pages} />));
}

void start();

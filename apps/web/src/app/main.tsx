import '../ui/styles.js';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { createClient, seed } from '../lib/query.js';
import { followOtherTabs, sessionQuery } from '../lib/session.js';
import { speak } from '../lib/i18n.js';
import { Providers } from './providers.js';

interface Embedded {
  session?: unknown;
  answers?: { key: readonly unknown[]; data: unknown }[];
}

/** The answers that the server put into the page, so that the first view asks for nothing. */
function embedded(): Embedded {
  const text = document.getElementById('answers')?.textContent;
  return text ? (JSON.parse(text) as Embedded) : {};
}

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
setNonce(nonce);
const client = createClient();
const { session, answers = [] } = embedded();
if (session) client.setQueryData(sessionQuery.queryKey, session as never);
seed(client, answers);
followOtherTabs(client);

await speak(document.documentElement.lang === 'en' ? 'en' : 'vi');
const place = document.getElementById('root');
if (place) createRoot(place).render(<Providers client={client} nonce={nonce} />);

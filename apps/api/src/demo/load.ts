import { Client } from 'pg';
import { baseSpaces } from '../registries/insert-rows.js';
import { loadRegistries } from '../registries/load.js';
import { demoDays } from './days.js';
import { loadDrafts } from './load-drafts.js';
import { loadInbox } from './load-inbox.js';
import { loadInvitations } from './load-invitations.js';
import { loadPeople } from './load-people.js';
import { loadJoinings, loadSpaces } from './load-spaces.js';
import { loadThreads } from './load-threads.js';
import { loadWorks } from './load-works.js';
import { loadUnits } from './load-units.js';
import { allWhens, type Post } from './posts.js';

export interface Demo {
  /** The content goes in past the wall, as the owner of the database. */
  ownerUrl: string;
  appUrl?: string;
  dataDir?: string;
  say?: (line: string) => void;
  now?: Date;
}

const NAME = 'Mạng lưới chuyên gia Chính phủ điện tử';
const CONTACT = 'Ban điều phối, điện thoại 024 0000 0100 (số minh họa)';

/**
 * Fills an instance with the invented units, people and threads: on the first run only, in one transaction, with dates
 * relative to `now`. Loads the registries first. Throws what PostgreSQL says; what was cut short leaves nothing.
 */
export async function prepareDemo({ ownerUrl, say = () => {}, now = new Date() }: Demo): Promise<void> {
  await loadRegistries(ownerUrl, say);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ filled: boolean }>(
      'select demo_at is not null as filled from instance for update',
    );
    if (rows[0]?.filled) return;
    say(await fill(client, now));
    await client.query('update instance set name = $1, contact = $3, set_up_at = $2, demo_at = $2', [
      NAME,
      now,
      CONTACT,
    ]);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end(); // what was not committed is undone
  }
}

async function fill(client: Client, now: Date): Promise<string> {
  const base = await baseSpaces(client);
  const days = demoDays(now, allWhens());
  const units = await loadUnits(client, base.public);
  const people = await loadPeople(client, base.members, units, days);
  const spaces = await loadSpaces(client, people, days);
  const cast = { units, people, spaces, days };
  const spaceOf = ({ thread }: Post) => spaces.get(thread.audience)!.id;
  const posts = await loadThreads(client, spaceOf, cast);
  await loadInbox(client, posts, spaceOf, cast);
  await loadWorks(client, posts, spaceOf, cast);
  await loadJoinings(client, people, spaces, days);
  await loadDrafts(client, posts, cast);
  await loadInvitations(client, cast);
  await client.query('select app.recount_terms()');
  const threads = posts.filter(({ kind }) => kind === 'question').length;
  return `Dữ liệu minh họa: ${units.size} đơn vị, ${people.size} người, ${spaces.size} không gian, ${threads} câu hỏi và thảo luận, ${posts.length - threads} trả lời và góp ý`;
}

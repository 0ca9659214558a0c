import { Client } from 'pg';
import { demandMigrated } from '../migrations/demand-migrated.js';
import type { Role } from '../platform/context.js';
import { StartupError } from '../platform/startup-error.js';
import { INVITATION_MS } from './invitations.service.js';
import { hashToken, makeToken } from './tokens.js';

interface Wanted {
  address: string;
  name: string;
  title: string;
  /** None given: administrator while the network has none yet. */
  roles: Role[];
}

/**
 * Makes an invitation whose link is shown here instead of mailed: the first administrator's, and where no mail leaves.
 * An open one for the same address is replaced. Throws StartupError when the address has an account.
 */
export async function inviteFromCommandLine(
  databaseUrl: string,
  origin: string,
  wanted: Wanted,
): Promise<{ link: string; roles: Role[] }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await demandMigrated(client);
    await client.query('begin');
    const made = await make(client, wanted);
    await client.query('commit');
    return { link: `${origin}/loi-moi#${made.token}`, roles: made.roles };
  } finally {
    await client.end();
  }
}

async function make(
  client: Client,
  { address, name, title, roles: asked }: Wanted,
): Promise<{ token: string; roles: Role[] }> {
  const known = await client.query('select 1 from email where address = $1 and confirmed_at is not null', [address]);
  if (known.rowCount) throw new StartupError(`${address} đã có tài khoản`, 'has an account already: sign in with it');
  const administrators = await client.query(`select 1 from account_role where role = 'administrator' limit 1`);
  const roles: Role[] = asked.length === 0 && administrators.rowCount === 0 ? ['administrator'] : [...new Set(asked)];
  await client.query(`update invitation set state = 'replaced' where address = $1 and state in ('created', 'sent')`, [
    address,
  ]);
  const token = makeToken();
  const made = await client.query<{ id: number }>(
    `insert into invitation (token_hash, address, name, title, roles, state, expires_at) values ($1, $2, $3, $4, $5, 'sent', $6) returning id`,
    [hashToken(token), address, name, title, roles, new Date(Date.now() + INVITATION_MS)],
  );
  const detail = { invitationId: made.rows[0]!.id, roles, by: 'command line' };
  await client.query(`insert into audit (action, to_state, detail) values ('invitation.create', 'sent', $1)`, [detail]);
  return { token, roles };
}

const LINK_MS = 30 * 60_000;

/**
 * Makes a link that signs a person in once, within half an hour, where no mail leaves. His second factor is asked for as
 * ever. Throws StartupError where nobody has the address.
 */
export async function signInFromCommandLine(databaseUrl: string, origin: string, address: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await demandMigrated(client);
    await client.query('begin');
    const known = await client.query<{ person_id: number }>(
      `select e.person_id from email e join account a on a.person_id = e.person_id
       where e.address = $1 and e.confirmed_at is not null and a.disabled_at is null`,
      [address],
    );
    const personId = known.rows[0]?.person_id;
    if (personId === undefined) throw new StartupError(`${address} không có tài khoản`, 'has no account');
    const token = makeToken();
    await client.query(
      'update sign_in_link set used_at = now() where person_id = $1 and claim_id is null and used_at is null',
      [personId],
    );
    await client.query('insert into sign_in_link (hash, person_id, expires_at) values ($1, $2, $3)', [
      hashToken(token),
      personId,
      new Date(Date.now() + LINK_MS),
    ]);
    await client.query(`insert into audit (action, item_id, detail) values ('session.linkMade', $1, $2)`, [
      personId,
      { by: 'command line' },
    ]);
    await client.query('commit');
    return `${origin}/vao#${token}`;
  } finally {
    await client.end();
  }
}

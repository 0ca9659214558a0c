import type { ClientBase } from 'pg';
import { hashToken, makeToken } from '../accounts/tokens.js';
import { INVITATION_MS } from '../accounts/invitations.service.js';
import { insertRows } from '../registries/insert-rows.js';
import type { Cast } from './posts.js';

const DAY_MS = 86_400_000;

/** Invited and not yet come; the first so long ago that the invitation has expired. */
const INVITED = [
  { name: 'Vi Thị Hằng', title: 'Chuyên viên', unit: 'hcc-hai-lam', address: 'hang.vi@hailam.example', daysAgo: 41 },
  {
    name: 'Lương Văn Thịnh',
    title: 'Phó Giám đốc',
    unit: 'ttcds-phu-giang',
    address: 'thinh.luong@phugiang.example',
    daysAgo: 6,
  },
  {
    name: 'Đàm Ngọc Mai',
    title: 'Trưởng phòng',
    unit: 'stc-tan-giang',
    address: 'mai.dam@tangiang.example',
    daysAgo: 2,
  },
];

/** Writes what the coordinator has sent and nobody has accepted yet. Its links fit nothing: no letter of it ever left. */
export async function loadInvitations(client: ClientBase, { units, people, days }: Cast): Promise<void> {
  const inviter = [...people.values()].find(({ person }) => person.signIn === 'coordinator');
  if (!inviter) return;
  const rows = INVITED.map(({ name, title, unit, address, daysAgo }) => {
    const created = days.now.getTime() - daysAgo * DAY_MS;
    const expires = created + INVITATION_MS;
    return {
      token_hash: `\\x${hashToken(makeToken()).toString('hex')}`,
      address,
      name,
      title,
      unit: '',
      roles: [],
      organisation_id: units.get(unit)!.id,
      state: expires > days.now.getTime() ? 'sent' : 'expired',
      invited_by: inviter.id,
      invited_by_name: inviter.person.name,
      created_at: new Date(created).toISOString(),
      expires_at: new Date(expires).toISOString(),
    };
  });
  await insertRows(client, 'invitation', rows);
}

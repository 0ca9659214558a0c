import type { ClientBase } from 'pg';
import { hashToken, makeToken } from '../accounts/tokens.js';
import { INVITATION_MS } from '../accounts/invitations.service.js';
import { insertRows } from '../registries/insert-rows.js';
import type { Cast } from './posts.js';

const DAY_MS = 86_400_000;

interface Invited {
  name: string;
  title: string;
  unit: string;
  address: string;
  daysAgo: number;
  /** Given with the invitation, which then only an administrator sends. */
  role?: 'moderator';
  /** Whose people they are: sent by their representative. */
  own?: true;
  /** What its link fits, so that what an expired one shows can be looked at; it opens no account. */
  token?: string;
}

/** Invited and not yet come; the first two so long ago that the invitation has expired. */
const INVITED: Invited[] = [
  {
    name: 'Vi Thị Hằng',
    title: 'Chuyên viên',
    unit: 'hcc-hai-lam',
    address: 'hang.vi@hailam.example',
    daysAgo: 41,
    token: 'loi-moi-minh-hoa-da-het-han-cua-Vi-Thi-Hang',
  },
  {
    name: 'Chu Đình Bảo',
    title: 'Phó Trưởng phòng',
    unit: 'stc-tan-giang',
    address: 'bao.chu@tangiang.example',
    daysAgo: 38,
    token: 'loi-moi-minh-hoa-da-het-han-cua-ong-ChuDBao',
  },
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
  {
    name: 'Hoàng Thị Lan Chi',
    title: 'Chuyên viên',
    unit: 'bhts-truong',
    address: 'chi.hoang@hatangso.example',
    daysAgo: 3,
    role: 'moderator',
  },
  {
    name: 'Phí Thị Thảo Vân',
    title: 'Chuyên viên',
    unit: 'skhcn-dong-linh',
    address: 'van.phi@donglinh.example',
    daysAgo: 5,
    own: true,
  },
];

/** Writes what coordinator, administrator and representative have sent and nobody has accepted yet. No letter of it ever left; only the links of expired ones are known. */
export async function loadInvitations(client: ClientBase, { units, people, days }: Cast): Promise<void> {
  const behind = (link: string) => [...people.values()].find(({ person }) => person.signIn === link)!;
  const rows = INVITED.map(({ name, title, unit, address, daysAgo, role, own, token }) => {
    const inviter = behind(role ? 'administrator' : own ? 'representative' : 'coordinator');
    const created = days.now.getTime() - daysAgo * DAY_MS;
    const expires = created + INVITATION_MS;
    return {
      token_hash: `\\x${hashToken(token ?? makeToken()).toString('hex')}`,
      address,
      name,
      title,
      unit: '',
      roles: role ? [role] : [],
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

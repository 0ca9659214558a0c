import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accounts, instance, invitations, sessions, spaces } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { Browser, mailedCode, newestLetter, PROXIED } from '../../test/browser.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(PROXIED);
});
afterAll(() => world.close());

const PASSWORD = 'bảy con cò lặn lội bờ ao';
const failing = (call: Promise<unknown>) =>
  call.then(
    () => Promise.reject(new Error('not refused')),
    () => undefined,
  );

interface Row {
  action: string;
  actor: number | null;
  reason: string;
  detail: Record<string, unknown>;
  text: string;
}

/** Does something and gives what the log holds of it. */
async function recorded(work: () => Promise<unknown>): Promise<Row[]> {
  const [last] = await world.sqlAsOwner<{ id: string }>('select coalesce(max(id), 0) as id from audit');
  await work();
  return world.sqlAsOwner<Row>(
    'select action, actor_id as actor, reason, detail, row_to_json(a)::text as text from audit a where id > $1 order by id',
    [last!.id],
  );
}
const actions = (rows: Row[]) => rows.map(({ action }) => action);

it('records signing in and out, each way, each failure, and what changes how one signs in', async () => {
  const email = 'ghi-lai@don-vi.example';
  const { id } = await world.makePerson({ email });
  const browser = new Browser(world);
  await browser.call(sessions.requestCode, { email });
  const code = await mailedCode(world, email);
  const wrong = code === '000000' ? '000001' : '000000';
  const tried = await recorded(() => failing(browser.call(sessions.confirmCode, { email, code: wrong })));
  expect(tried).toMatchObject([{ action: 'session.refused', actor: null, detail: { how: 'code', personId: id } }]);
  const opened = await recorded(() => browser.call(sessions.confirmCode, { email, code }));
  expect(opened).toMatchObject([{ action: 'session.open', actor: id, detail: { how: 'code' } }]);
  expect(actions(await recorded(() => browser.call(accounts.setPassword, { password: PASSWORD })))).toEqual([
    'account.setPassword',
  ]);

  const added = await recorded(() => browser.call(accounts.addEmail, { email: 'dia-chi-hai@don-vi.example' }));
  expect(actions(added)).toEqual(['email.add']);
  const emailId = Number(added[0]!.detail['emailId']);
  const unconfirmed = await recorded(() => failing(browser.call(accounts.confirmEmail, { id: emailId, code: wrong })));
  expect(unconfirmed).toMatchObject([{ action: 'email.refused', actor: id, detail: { emailId } }]);

  expect(actions(await recorded(() => browser.call(sessions.signOut, {})))).toEqual(['session.end']);
  const guess = await recorded(() =>
    failing(browser.call(sessions.passwordSignIn, { email, password: 'sai mật khẩu' })),
  );
  expect(guess).toMatchObject([{ action: 'session.refused', detail: { how: 'password', personId: id } }]);
  const again = await recorded(() => browser.call(sessions.passwordSignIn, { email, password: PASSWORD }));
  expect(again).toMatchObject([{ action: 'session.open', detail: { how: 'password' } }]);
  const stored = [...tried, ...opened, ...added, ...guess, ...again].map(({ text }) => text).join('\n');
  for (const secret of ['@don-vi.example', code, PASSWORD, 'sai mật khẩu']) expect(stored).not.toContain(secret);
});

it('records invitations with the roles that they grant, and links tried in vain', async () => {
  const administrator = await world.person({ roles: ['administrator'] });
  const organisationId = await world.organisation();
  const wanted = { email: 'vao-mang@don-vi.example', name: 'Lê Văn Mời', title: 'Chuyên viên', organisationId };
  const made = await recorded(() => administrator.call(invitations.invite, { ...wanted, roles: ['moderator'] }));
  expect(made).toMatchObject([
    { action: 'invitation.create', actor: administrator.id, detail: { roles: ['moderator'] } },
  ]);
  const { text } = (await newestLetter(world, wanted.email))!;
  const token = /\/loi-moi#([\w-]{43})$/m.exec(text)![1]!;
  const own = { token, name: wanted.name, title: wanted.title, unit: '' };
  const joined = await recorded(() => new Browser(world).call(invitations.acceptInvitation, own));
  expect(joined).toMatchObject([
    { action: 'session.open', detail: { how: 'invitation' } },
    { action: 'invitation.accept', detail: { roles: ['moderator'] } },
  ]);
  const twice = await recorded(() => failing(new Browser(world).call(invitations.acceptInvitation, own)));
  expect(twice).toMatchObject([{ action: 'invitation.refused', actor: null }]);
  expect([...made, ...joined, ...twice].map((row) => row.text).join('\n')).not.toContain('@don-vi.example');
});

it('records what the instance is told, who reads a space, whom an administrator shuts out, and what was refused', async () => {
  const administrator = await world.person({ roles: ['administrator'] });
  const member = await world.person();
  const texts = {
    rulesVi: 'Quy tắc',
    rulesEn: 'Rules',
    privacyVi: 'Thông báo',
    privacyEn: 'Notice',
    contact: 'Phòng 1',
    note: 'Sửa câu chữ',
    asks: false,
  };
  expect(actions(await recorded(() => administrator.call(instance.saveTexts, texts, { ifMatch: 1 })))).toEqual([
    'instance.saveTexts',
  ]);
  const refused = await recorded(() => failing(member.call(instance.saveTexts, texts, { ifMatch: 1 })));
  expect(refused).toMatchObject([{ action: 'refused', actor: member.id, reason: instance.saveTexts.name }]);

  const space = { kind: 'group' as const, name: 'Nhóm ghi lại', nameEn: '', description: '' };
  const opened = await recorded(() => administrator.call(spaces.create, space));
  expect(actions(opened)).toEqual(['space.open']);
  const id = Number(opened[0]!.detail['spaceId']);
  const joined = await recorded(() =>
    administrator.call(spaces.setMember, { id, personId: member.id, level: 'write' }),
  );
  expect(actions(joined)).toEqual(['space.member']);
  const shut = await recorded(() =>
    administrator.call(accounts.disable, { id: member.id, reason: 'Đã chuyển công tác' }),
  );
  expect(actions(shut)).toEqual(['session.end', 'account.disable']);
});

it('records once who met a limit, however long he goes on', async () => {
  const browser = new Browser(world);
  const email = 'khong-ai@don-vi.example';
  const knock = async () => failing(browser.call(sessions.passwordSignIn, { email, password: PASSWORD }));
  const rows = await recorded(async () => {
    for (let times = 0; times < 15; times++) await knock();
  });
  expect(rows.filter(({ action }) => action === 'limited')).toMatchObject([
    { actor: null, reason: sessions.passwordSignIn.name },
  ]);
});

import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../lib/address.js';
import { useSend } from '../lib/query.js';
import { sessions } from '../lib/routes.js';
import { signedOut, useMe, useVisitor } from '../lib/session.js';
import { MeButton } from './me-button.js';
import { useDemoEntries, useEntries, useMyPlaces, useStewardEntries } from './nav.js';

const MenuLink = ({ to, children }: { to: string; children: React.ReactNode }) => (
  <Menu.Item renderRoot={(props) => <Link {...props} to={to} />}>{children}</Menu.Item>
);

/** What the rail holds, for phones, where there is no rail. */
function RailEntries() {
  const { person } = useMe();
  const entries = useEntries().filter(({ members }) => person !== null || !members);
  const more = [...entries.slice(2), ...useStewardEntries(), ...useDemoEntries()];
  const places = useMyPlaces();
  return (
    <>
      {more.map(({ to, label }) => (
        <MenuLink key={to} to={to}>
          {label}
        </MenuLink>
      ))}
      {places.map(({ id, name }) => (
        <MenuLink key={id} to={paths.space(id, name)}>
          {name}
        </MenuLink>
      ))}
      <Menu.Divider />
    </>
  );
}

/** Fetched and shown by the first click (see me-button.tsx), so it begins open. The account: profile, settings, sign-out; on phones also what the rail holds. */
export function MeMenu({ phone }: { phone: boolean }) {
  const client = useQueryClient();
  const { person } = useMe();
  const visitor = useVisitor();
  const end = useSend(sessions.signOut, {
    onDone: () => {
      if (person) void signedOut(client, person.id).then(() => location.assign(paths.home));
    },
  });
  return (
    <Menu
      position={phone ? 'top-end' : 'bottom-end'}
      width={phone ? 260 : 240}
      withinPortal
      defaultOpened
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <MeButton phone={phone} />
      </Menu.Target>
      <Menu.Dropdown>
        {phone && (
          <>
            <Menu.Label>
              Hạt Nhân · <Trans>Mạng lưới chuyên gia Chính phủ điện tử</Trans>
            </Menu.Label>
            <RailEntries />
          </>
        )}
        {person ? (
          <>
            <Menu.Label>{person.name}</Menu.Label>
            <MenuLink to={paths.person(person.id, person.name)}>
              <Trans>Trang cá nhân</Trans>
            </MenuLink>
            <MenuLink to={paths.inbox}>
              <Trans>Hộp thư</Trans>
            </MenuLink>
            <MenuLink to={paths.drafts}>
              <Trans context="danh mục">Bản nháp</Trans>
            </MenuLink>
            <MenuLink to={paths.saved}>
              <Trans>Đã lưu</Trans>
            </MenuLink>
            <MenuLink to={paths.settings}>
              <Trans>Cài đặt</Trans>
            </MenuLink>
            <Menu.Divider />
            <Menu.Item onClick={() => end.mutate({})}>
              <Trans>Đăng xuất</Trans>
            </Menu.Item>
          </>
        ) : visitor ? (
          <MenuLink to={paths.signIn}>
            <Trans>Đăng nhập</Trans>
          </MenuLink>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

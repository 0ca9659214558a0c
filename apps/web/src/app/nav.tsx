import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNameOf } from '../components/organisation-link.js';
import { paths } from '../lib/address.js';
import { query } from '../lib/query.js';
import { spaces } from '../lib/routes.js';
import { useMe } from '../lib/session.js';
import { Icon } from '../ui/icons.js';
import { AccountMenu } from './me-button.js';

/** Where a letter after "g" goes; the rail, the phone menu and the list of keys show the same. */
export function useEntries(): { to: string; label: string; key: string; members?: boolean }[] {
  const { t } = useLingui();
  return [
    { to: paths.home, label: t`Trang chủ`, key: 'b' },
    { to: paths.threads, label: t`Hỏi đáp`, key: 'h' },
    { to: paths.topics, label: t({ message: 'Chủ đề', context: 'danh mục' }), key: 'c' },
    { to: paths.people, label: t`Danh bạ`, key: 'd', members: true },
    { to: paths.organisations, label: t({ message: 'Đơn vị', context: 'danh mục' }), key: 'v' },
    { to: paths.groups, label: t`Nhóm làm việc`, key: 'n', members: true },
    { to: paths.abbreviations, label: t`Từ viết tắt`, key: 'a' },
  ];
}

const MINE = new Set(['cohort', 'organisation', 'named', 'group']);

/** The places with readers of their own to which the viewer belongs: his cohort, his organisation, his groups. */
export function useMyPlaces() {
  const signedIn = useMe().person !== null;
  const { data } = useQuery({ ...query(spaces.list, {}), enabled: signedIn, staleTime: 300_000 });
  return data?.items.filter(({ kind, closedAt }) => MINE.has(kind) && closedAt === null) ?? [];
}

/** Entries of those who look after others. */
export function useStewardEntries(): { to: string; label: string }[] {
  const { t } = useLingui();
  const { can, instance } = useMe();
  return [
    ...(can.invite || can.review || can.keepGlossary ? [{ to: paths.administration, label: t`Quản trị` }] : []),
    ...(can.invite ? [{ to: paths.joinRequests, label: t`Đề nghị tham gia` }] : []),
    ...(can.represent ? [{ to: paths.ownPeople, label: t`Người của đơn vị` }] : []),
    ...(can.review ? [{ to: paths.reviews, label: t`Cần xem lại` }] : []),
    ...(can.invite ? [{ to: paths.invitations, label: t({ message: 'Lời mời', context: 'danh mục' }) }] : []),
    ...(can.administer ? [{ to: paths.status, label: t`Tình trạng hệ thống` }] : []),
    ...(can.readAudit ? [{ to: paths.audit, label: t`Nhật ký quản trị` }] : []),
    ...(can.administer && instance.setUp ? [{ to: paths.setUp, label: t`Thiết lập mạng lưới` }] : []),
  ];
}

/** What only a demonstration has. */
export function useDemoEntries(): { to: string; label: string }[] {
  const { t } = useLingui();
  const { instance } = useMe();
  if (!instance.demo) return [];
  return [
    { to: paths.demoMailbox, label: t`Hộp thư minh họa` },
    { to: paths.signIn, label: t`Xem thử theo vai trò` },
  ];
}

function Entry({ to, exact, children }: { to: string; exact?: boolean; children: ReactNode }) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const here = exact ? path === to : path === to || path.startsWith(`${to}/`);
  return (
    <Link to={to} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
}

/** Some entries under a small heading; nothing where there are none. */
function Group({ title, entries }: { title: ReactNode; entries: readonly { to: string; label: string }[] }) {
  if (entries.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="sp">
        {entries.map(({ to, label }) => (
          <li key={to}>
            <Entry to={to} exact={to === paths.administration}>
              {label}
            </Entry>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The left rail. */
export function NavRail() {
  const { t } = useLingui();
  const signedIn = useMe().person !== null;
  const entries = useEntries().filter((entry) => signedIn || !entry.members);
  const places = useMyPlaces();
  const nameOf = useNameOf();
  const steward = useStewardEntries();
  const demo = useDemoEntries();
  return (
    <nav className="nav" aria-label={t`Danh mục chính`}>
      <ul>
        {entries.map(({ to, label, key }) => (
          <li key={to}>
            <Entry to={to} exact={to === '/'}>
              {label}
              <span className="key keyhint" aria-hidden="true">
                g {key}
              </span>
            </Entry>
          </li>
        ))}
      </ul>
      <Group
        title={<Trans>Khóa, đơn vị, nhóm của tôi</Trans>}
        entries={places.map((place) => ({ to: paths.space(place.id, place.name), label: nameOf(place) }))}
      />
      <Group title={<Trans>Điều phối</Trans>} entries={steward} />
      <Group title={<Trans>Bản minh họa</Trans>} entries={demo} />
    </nav>
  );
}

/** The bottom bar of phones, within reach of the thumb. */
export function TabBar() {
  const { t } = useLingui();
  const signedIn = useMe().person !== null;
  return (
    <nav className="tabs" aria-label={t`Danh mục nhanh`}>
      <Entry to={paths.home} exact>
        <Icon name="home" />
        <Trans>Trang chủ</Trans>
      </Entry>
      <Entry to={paths.threads}>
        <Icon name="ask" />
        <Trans context="ngắn">Hỏi đáp</Trans>
      </Entry>
      <Entry to={paths.search}>
        <Icon name="search" />
        <Trans>Tìm</Trans>
      </Entry>
      {signedIn ? (
        <Entry to={paths.people}>
          <Icon name="book" />
          <Trans>Danh bạ</Trans>
        </Entry>
      ) : (
        <Entry to={paths.topics}>
          <Icon name="list" />
          <Trans context="danh mục">Chủ đề</Trans>
        </Entry>
      )}
      <AccountMenu phone />
    </nav>
  );
}

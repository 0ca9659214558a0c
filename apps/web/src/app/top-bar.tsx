import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useHere } from '../components/problem-view.js';
import { inAddress, paths } from '../lib/address.js';
import { useMe, useVisitor } from '../lib/session.js';
import { Icon, Logo } from '../ui/icons.js';
import { KeyHint } from '../ui/key-hint.js';
import { AccountMenu } from './me-button.js';

function SearchBox() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const words = useRouterState({
    select: ({ location }) => (location.pathname === paths.search ? (location.search as { q?: string }).q : undefined),
  });
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (q) void navigate({ to: paths.search, search: inAddress({ q }) });
  };
  const label = t`Tìm câu hỏi, người, đơn vị, chủ đề`;
  return (
    <form className="find" role="search" action={paths.search} onSubmit={find}>
      <Icon name="search" />
      <input
        key={words}
        id="tim-nhanh"
        type="search"
        name="q"
        defaultValue={words}
        placeholder={label}
        aria-label={label}
      />
      <KeyHint keys={['/', 'Ctrl K']} />
    </form>
  );
}

function Inbox({ unread }: { unread: number }) {
  return (
    <Link className="inbox" to={paths.inbox}>
      <Icon name="inbox" />
      <span className="word">
        <Trans>Hộp thư</Trans>
      </span>
      {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
      {unread > 0 && (
        <span className="vh">
          <Plural value={unread} other="# thông báo chưa đọc" />
        </span>
      )}
    </Link>
  );
}

/** The lacquer bar: name, search, ask, inbox, me. `single`: only the name, for a page that is a letter. */
export function TopBar({ single }: { single: boolean }) {
  const { person, instance, can } = useMe();
  const visitor = useVisitor();
  const here = useHere();
  return (
    <header className="bar">
      <Link className={single ? 'brand alone' : 'brand'} to={paths.home}>
        <Logo />
        Hạt Nhân
        <small>
          <Trans>Mạng lưới chuyên gia Chính phủ điện tử</Trans>
        </small>
      </Link>
      {!single && <SearchBox />}
      <span className="gap" />
      {instance.demo && (
        <span className="demo">
          <Trans>Dữ liệu minh họa</Trans>
        </span>
      )}
      {!single && can.ask && (
        <Link className="ask" to={paths.ask}>
          <Icon name="pen" />
          <span className="word">
            <Trans>Đặt câu hỏi</Trans>
          </span>
        </Link>
      )}
      {!single && person && (
        <>
          <Inbox unread={person.unread} />
          <AccountMenu />
        </>
      )}
      {!single && visitor && !here.startsWith(paths.signIn) && (
        <Link className="ask" to={paths.signInFrom(here)}>
          <Trans>Đăng nhập</Trans>
        </Link>
      )}
    </header>
  );
}

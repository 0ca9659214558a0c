import { initials } from '@hat-nhan/vietnamese';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ComponentProps } from 'react';
import { unreachable } from '../lib/connection.js';
import { useMe } from '../lib/session.js';
import { Icon } from '../ui/icons.js';

const fetchMenu = async () => (await import('./me-menu.js')).MeMenu;

/** The button of the account menu: the initials on the bar, an entry of the bottom bar on phones. */
export function MeButton({ phone, ...rest }: { phone: boolean } & ComponentProps<'button'>) {
  const { t } = useLingui();
  const { person } = useMe();
  const name = person?.name ?? '';
  if (phone) {
    return (
      <button {...rest} type="button">
        <Icon name={person ? 'people' : 'menu'} />
        {person ? <Trans>Tôi</Trans> : <Trans>Thêm</Trans>}
      </button>
    );
  }
  return (
    <button {...rest} type="button" className="me">
      <span className="in2">{initials(name)}</span>
      <span className="vh">, {t`tài khoản của ${name}`}</span>
    </button>
  );
}

/** The account menu: its button at once, the menu itself (35 kB) when somebody reaches for it; the first click opens it. */
export function AccountMenu({ phone = false }: { phone?: boolean }) {
  const [Menu, setMenu] = useState<Awaited<ReturnType<typeof fetchMenu>>>();
  if (Menu) return <Menu phone={phone} />;
  const warm = () => void fetchMenu().catch(() => undefined);
  const open = () => void fetchMenu().then((loaded) => setMenu(() => loaded), unreachable);
  return (
    <MeButton
      phone={phone}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={warm}
      onFocus={warm}
      onClick={open}
    />
  );
}

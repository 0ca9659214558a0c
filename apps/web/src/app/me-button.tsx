import { initials } from '@hat-nhan/vietnamese';
import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, type ComponentProps } from 'react';
import { useMe } from '../lib/session.js';
import { optional } from '../ui/optional.js';
import { Icon } from '../ui/icons.js';

const LoadedMenu = optional(async () => (await import('./me-menu.js')).MeMenu, MeButton);

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

/** The account menu: its button at once, the menu itself (25 kB) when the page stands. */
export const AccountMenu = ({ phone = false }: { phone?: boolean }) => (
  <Suspense fallback={<MeButton phone={phone} />}>
    <LoadedMenu phone={phone} />
  </Suspense>
);

import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { later } from '../components/later.js';
import { RoleWord } from '../components/role-word.js';
import { paths } from '../lib/address.js';
import { useMe } from '../lib/session.js';
import { Banner } from '../ui/banner.js';
import { ButtonLink } from '../ui/button-link.js';

const SignInAgain = later(async () => (await import('../features/accounts/sign-in-again.js')).SignInAgain);

/** Roles that do not act yet, and the one thing that lets them: to set up a second factor, or to show it. */
export function RolesWait() {
  const { person, can, instance } = useMe();
  const here = useRouterState({ select: ({ location }) => location.pathname });
  const [open, setOpen] = useState(false);
  if (can.administer && instance.setUp && here === paths.settings) return <SetUpNext />;
  if (!person?.rulesAccepted || person.waitingRoles.length === 0) return null;
  if (!person.secondFactor && here === paths.settings) return null;
  return (
    <div className="line-lost">
      <Banner tone="due">
        <Trans>
          Vai trò{' '}
          {person.waitingRoles.map((role, at) => (
            <span key={role}>
              {at > 0 && ', '}
              <RoleWord role={role} />
            </span>
          ))}{' '}
          chưa dùng được: cần xác nhận hai bước.
        </Trans>{' '}
        {person.secondFactor ? (
          <Button size="xs" onClick={() => setOpen(true)}>
            <Trans>Xác nhận</Trans>
          </Button>
        ) : (
          <ButtonLink size="xs" to={paths.settings}>
            <Trans>Thiết lập trong cài đặt</Trans>
          </ButtonLink>
        )}
      </Banner>
      {open && <SignInAgain close={() => setOpen(false)} />}
    </div>
  );
}

/** After the second factor of the first administrator, where he set it up. */
const SetUpNext = () => (
  <div className="line-lost">
    <Banner tone="due">
      <Trans>Mạng lưới chưa được thiết lập.</Trans>{' '}
      <ButtonLink size="xs" to={paths.setUp}>
        <Trans>Thiết lập mạng lưới</Trans>
      </ButtonLink>
    </Banner>
  </div>
);

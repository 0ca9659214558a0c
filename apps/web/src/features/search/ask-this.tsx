import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { inAddress, paths } from '../../lib/address.js';
import { useCan, useMe } from '../../lib/session.js';
import { Icon } from '../../ui/icons.js';

/** Carries the words of the search into the title of a question; a visitor signs in on the way. */
export function AskThis({ q, filled = false }: { q: string; filled?: boolean }) {
  const mayAsk = useCan('ask');
  const signedIn = useMe().person !== null;
  if (signedIn && !mayAsk) return null;
  const search = signedIn ? { title: q } : { 'tro-lai': `${paths.ask}?${new URLSearchParams({ title: q })}` };
  return (
    <Button
      leftSection={<Icon name="pen" />}
      variant={filled ? 'filled' : 'default'}
      renderRoot={(props) => <Link {...props} to={signedIn ? paths.ask : paths.signIn} search={inAddress(search)} />}
    >
      <Trans>Đặt câu hỏi này</Trans>
    </Button>
  );
}

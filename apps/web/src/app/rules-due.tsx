import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { later } from '../components/later.js';
import { isProblem } from '../lib/api.js';
import { paths } from '../lib/address.js';
import { notifications } from '../lib/routes.js';
import { useMe } from '../lib/session.js';
import { Banner } from '../ui/banner.js';

const RulesAgain = later(async () => (await import('../features/accounts/rules-again.js')).RulesAgain);

/** Sent by reading, which goes on without agreeing: nobody is stopped for it. */
const BESIDE_READING = new Set<unknown>([notifications.markRead.name]);

/**
 * A new version of the rules asks for agreement: said above the page, and asked over it as soon as the server refuses a change
 * for it. What was refused is then sent once more, as it was.
 */
export function RulesDue() {
  const client = useQueryClient();
  const { person } = useMe();
  const here = useRouterState({ select: ({ location }) => location.pathname });
  const [open, setOpen] = useState(false);
  const again = useRef<() => void>(undefined);
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const { mutation } = event;
        if (!isProblem(event.action.error, 'rules-changed') || BESIDE_READING.has(mutation.options.mutationKey?.[0]))
          return;
        again.current = () => void mutation.execute(mutation.state.variables).catch(() => undefined);
        setOpen(true);
      }),
    [client],
  );
  const close = () => {
    again.current = undefined;
    setOpen(false);
  };
  const goOn = again.current;
  return (
    <>
      {person?.rulesChanged && here !== paths.rules && (
        <div className="line-lost">
          <Banner tone="due">
            <Trans>Quy tắc ứng xử đã thay đổi. Vẫn đọc được như trước; đồng ý thì viết tiếp được.</Trans>{' '}
            <Button size="xs" onClick={() => setOpen(true)}>
              <Trans>Đọc và đồng ý</Trans>
            </Button>
          </Banner>
        </div>
      )}
      {open && <RulesAgain close={close} agreed={() => goOn?.()} />}
    </>
  );
}

import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemLine } from '../../components/problem-view.js';
import { query, useSend } from '../../lib/query.js';
import { claims } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';

/** Somebody says that this account's mailbox is lost: one press stops it. */
export function OwnClaims() {
  const list = useQuery(query(claims.mine, {}));
  const stop = useSend(claims.stop, { invalidates: [claims.mine] });
  return (
    <>
      {list.data?.items.map(({ id, newEmail }) => (
        <Banner key={id} tone="bad">
          <Trans>Có đề nghị chuyển tài khoản này sang {newEmail}.</Trans>{' '}
          <Button size="xs" onClick={() => stop.mutate({ id })} loading={stop.isPending}>
            <Trans>Dừng lại</Trans>
          </Button>
        </Banner>
      ))}
      {stop.error && <ProblemLine error={stop.error} />}
    </>
  );
}

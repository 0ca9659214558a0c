import type { Result, sessions as contract } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ProblemLine } from '../../components/problem-view.js';
import { Time } from '../../components/time.js';
import { useSend } from '../../lib/query.js';
import { sessions } from '../../lib/routes.js';
import { Row, Rows } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';

type Device = Result<typeof contract.sessions>['items'][number];

/** Where the account is signed in, and how to end it there. */
export function Devices({ items }: { items: readonly Device[] }) {
  const { t } = useLingui();
  const end = useSend(sessions.endSession, { invalidates: [sessions.sessions] });
  const endOthers = useSend(sessions.endOtherSessions, { invalidates: [sessions.sessions] });
  const error = end.error ?? endOthers.error;
  return (
    <>
      <Rows label={t`Máy đang đăng nhập`}>
        {items.map((device) => (
          <Row
            key={device.id}
            act={
              device.current ? (
                <StateWord tone="on" icon="check">
                  <Trans>Máy này</Trans>
                </StateWord>
              ) : (
                <Button
                  size="xs"
                  onClick={() => end.mutate({ id: device.id })}
                  loading={end.isPending && end.variables.id === device.id}
                >
                  <Trans>Đăng xuất máy này</Trans>
                </Button>
              )
            }
          >
            <span className="ttl">{device.agent || t`Trình duyệt chưa rõ`}</span>
            <div className="meta">
              {device.area && <span>{device.area}</span>}
              <span>
                <Trans>
                  lần cuối: <Time at={device.usedAt} />
                </Trans>
              </span>
              {device.trusted && (
                <span>
                  <Trans>được ghi nhớ</Trans>
                </span>
              )}
            </div>
          </Row>
        ))}
      </Rows>
      {error && <ProblemLine error={error} />}
      {items.length > 1 && (
        <p style={{ marginTop: '1rem' }}>
          <Button onClick={() => endOthers.mutate({})} loading={endOthers.isPending}>
            <Trans>Đăng xuất mọi máy khác</Trans>
          </Button>
        </p>
      )}
    </>
  );
}

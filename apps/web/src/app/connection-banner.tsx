import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { call } from '../lib/api.js';
import { useConnection } from '../lib/connection.js';
import { sessions } from '../lib/routes.js';
import { Banner } from '../ui/banner.js';

const RETRY_MS = 5_000;

/** Says that the server cannot be reached, tries again by itself, and then reads what had failed. */
export function ConnectionBanner() {
  const connection = useConnection();
  const client = useQueryClient();
  const good = connection === 'good';
  const retry = useCallback(async () => {
    const answered = await call(sessions.session, {}).catch(() => undefined);
    if (answered) await client.refetchQueries({ predicate: ({ state }) => state.status === 'error', type: 'active' });
  }, [client]);
  useEffect(() => {
    if (good) return;
    const timer = setInterval(() => void retry(), RETRY_MS);
    const online = () => void retry();
    window.addEventListener('online', online);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', online);
    };
  }, [good, retry]);
  if (good) return null;
  return (
    <div className="line-lost">
      <Banner tone="bad" live>
        <b>
          {connection === 'offline' ? <Trans>Mất kết nối mạng.</Trans> : <Trans>Chưa kết nối được với máy chủ.</Trans>}
        </b>{' '}
        <Trans>Nội dung đang viết vẫn còn trên máy này. Trang tự thử lại sau vài giây.</Trans>{' '}
        <Button variant="subtle" size="xs" onClick={() => void retry()}>
          <Trans>Thử lại ngay</Trans>
        </Button>
      </Banner>
    </div>
  );
}

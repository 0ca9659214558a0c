import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/page.js';
import { NotFound } from '../../components/problem-view.js';
import { Time } from '../../components/time.js';
import { useFilters } from '../../lib/address.js';
import { useMe } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Letter, type Mail } from './letter.js';

// The mailbox of the demonstration is no route of the contract: outside of a demonstration it does not exist.
async function readMails(): Promise<Mail[]> {
  const response = await fetch('/demo/mails', { headers: { accept: 'application/json' } });
  if (!response.ok) return [];
  const { items } = (await response.json()) as { items: Mail[] };
  return items;
}

/** Every letter that the demonstration sent, as its reader would see it. */
export function DemoMailboxPage() {
  return useMe().instance.demo ? <Mailbox /> : <NotFound />;
}

function Mailbox() {
  const { t } = useLingui();
  const [{ thu }, setFilters] = useFilters();
  const mails = useQuery({ queryKey: ['demo.mails'], queryFn: readMails, refetchInterval: 5_000 });
  const shown = mails.data?.find(({ id }) => String(id) === thu) ?? mails.data?.[0];
  return (
    <Page
      title={t`Hộp thư minh họa`}
      lede={<Trans>Thư mà hệ thống gửi cho mọi người ở bản minh họa. Không có thư nào rời máy này.</Trans>}
    >
      {mails.isPending && <Skeleton lines={4} label={t`Đang tải`} />}
      {mails.data?.length === 0 && (
        <EmptyState title={<Trans>Chưa có thư nào</Trans>}>
          <Trans>Thư xuất hiện khi có người đề nghị mã đăng nhập, gửi lời mời, hoặc có câu trả lời mới.</Trans>
        </EmptyState>
      )}
      {shown && (
        <div className="mails">
          <ul className="list" aria-label={t`Thư`}>
            {mails.data?.map((mail) => (
              <li key={mail.id}>
                <Button
                  variant="subtle"
                  aria-current={mail.id === shown.id}
                  onClick={() => setFilters({ thu: String(mail.id) }, { replace: true })}
                >
                  {mail.subject}
                </Button>
                <div className="note">
                  {mail.to} · <Time at={mail.at} />
                </div>
              </li>
            ))}
          </ul>
          <Letter mail={shown} />
        </div>
      )}
    </Page>
  );
}

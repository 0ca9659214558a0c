import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { query } from '../../lib/query.js';
import { instance } from '../../lib/routes.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';
import { Backup, Disk, Good, Mail } from './status-parts.js';
import { Queues } from './status-queues.js';

const REFRESH_MS = 30_000;

/** How the instance is running (/quan-tri/tinh-trang), for administrators; renewed every half minute. */
export function StatusPage() {
  const { t } = useLingui();
  const answer = useQuery({ ...query(instance.status, {}), refetchInterval: REFRESH_MS });
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const { version, postgres, migrations, backup, disk, mail, queues } = answer.data;
  return (
    <Page
      title={t`Tình trạng hệ thống`}
      lede={<Trans>Sao lưu, ổ đĩa, thư và việc đang chờ xử lý. Tự cập nhật sau mỗi nửa phút.</Trans>}
    >
      <Section title={<Trans>Sao lưu</Trans>}>
        <Backup backup={backup} />
      </Section>
      <Section title={<Trans>Ổ đĩa</Trans>}>
        <Disk disk={disk} />
      </Section>
      <Section title={<Trans>Thư</Trans>}>
        <Mail mail={mail} />
      </Section>
      <Section title={<Trans>Việc đang chờ xử lý</Trans>} hint={<Trans>theo từng hàng đợi</Trans>}>
        {queues.length === 0 ? (
          <EmptyState title={<Trans>Chưa có hàng đợi nào</Trans>}>
            <Trans>Hàng đợi được tạo khi tiến trình xử lý việc (WORKER=on) khởi động.</Trans>
          </EmptyState>
        ) : (
          <Queues queues={queues} />
        )}
      </Section>
      <Section title={<Trans>Phiên bản</Trans>}>
        {migrations.missing > 0 ? (
          <StateWord tone="bad" icon="warn">
            <Plural value={migrations.missing} other="Thiếu # bước cập nhật cơ sở dữ liệu" />
          </StateWord>
        ) : (
          <Good />
        )}
        <Facts
          items={[
            ['Hạt Nhân', version],
            ['PostgreSQL', postgres],
            [<Trans key="steps">Bước cập nhật cơ sở dữ liệu</Trans>, String(migrations.done)],
          ]}
        />
      </Section>
    </Page>
  );
}

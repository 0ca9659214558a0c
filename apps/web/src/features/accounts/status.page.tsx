import type { instance as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { Time, useNow } from '../../components/time.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { instance } from '../../lib/routes.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Facts, Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';

type Status = Result<typeof contract.status>;

/** A backup older than this is a reason to look. */
const STALE_MS = 26 * 3_600_000;
/** Work that has waited longer than this is stuck, or too much. */
const LATE_SECONDS = 300;
const REFRESH_MS = 30_000;

const Good = () => (
  <StateWord tone="ok" icon="checkRing">
    <Trans>Bình thường</Trans>
  </StateWord>
);

function Backup({ backup }: Pick<Status, 'backup'>) {
  const format = useFormat();
  const now = useNow();
  if (!backup)
    return (
      <EmptyState title={<Trans>Chưa có bản sao lưu nào</Trans>}>
        <Trans>
          Người vận hành sao lưu bằng lệnh <code>npm run backup -- --to …</code>
        </Trans>
      </EmptyState>
    );
  const megabytes = format.number(Math.round(backup.bytes / 100_000) / 10);
  return (
    <>
      {now - Date.parse(backup.at) > STALE_MS ? (
        <StateWord tone="due" icon="warn">
          <Trans>Đã quá một ngày</Trans>
        </StateWord>
      ) : (
        <Good />
      )}
      <Facts
        items={[
          [<Trans key="at">Lần gần nhất</Trans>, <Time key="at-value" at={backup.at} full />],
          [<Trans key="size">Dung lượng</Trans>, `${megabytes} MB`],
          [<Trans key="rows">Số dòng dữ liệu</Trans>, format.number(backup.rows)],
          [<Trans key="files">Số tệp</Trans>, format.number(backup.files)],
        ]}
      />
    </>
  );
}

function Disk({ disk }: Pick<Status, 'disk'>) {
  const { t } = useLingui();
  if (!disk)
    return (
      <p className="soft">
        <Trans>Hệ thống không cho biết dung lượng ổ đĩa.</Trans>
      </p>
    );
  const { used } = disk;
  return (
    <>
      {disk.full ? (
        <StateWord tone="bad" icon="warn">
          <Trans>Sắp đầy: hệ thống không nhận thêm việc</Trans>
        </StateWord>
      ) : (
        <Good />
      )}
      <Facts items={[[<Trans key="used">Đã dùng</Trans>, t`${used} %`]]} />
    </>
  );
}

function Mail({ mail }: Pick<Status, 'mail'>) {
  const format = useFormat();
  return (
    <>
      {!mail.configured ? (
        <StateWord tone="due" icon="warn">
          <Trans>Chưa đặt máy chủ thư (SMTP_URL).</Trans>
        </StateWord>
      ) : mail.failed > 0 ? (
        <StateWord tone="bad" icon="warn">
          <Trans>Có thư không gửi được</Trans>
        </StateWord>
      ) : (
        <Good />
      )}
      <Facts
        items={[
          [<Trans key="sent">Đã gửi trong 24 giờ</Trans>, format.number(mail.sent)],
          [<Trans key="failed">Không gửi được trong 24 giờ</Trans>, format.number(mail.failed)],
        ]}
      />
    </>
  );
}

function QueueState({ queue: { failed, oldest } }: { queue: Status['queues'][number] }) {
  const minutes = Math.round(oldest / 60);
  if (failed > 0)
    return (
      <StateWord tone="bad" icon="warn">
        <Plural value={failed} other="# việc hỏng trong 24 giờ" />
      </StateWord>
    );
  if (oldest > LATE_SECONDS)
    return (
      <StateWord tone="due" icon="half">
        <Plural value={minutes} other="Chậm # phút" />
      </StateWord>
    );
  return <Good />;
}

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
          <Rows label={t`Việc đang chờ xử lý`}>
            {queues.map((queue) => (
              <Row key={queue.name} act={<QueueState queue={queue} />}>
                <code>{queue.name}</code>
                <div className="meta">
                  <span>
                    <Plural value={queue.waiting} other="# việc đang chờ" />
                  </span>
                </div>
              </Row>
            ))}
          </Rows>
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

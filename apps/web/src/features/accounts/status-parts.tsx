import type { instance as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Time, useNow } from '../../components/time.js';
import { useFormat } from '../../lib/format.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Facts } from '../../ui/rows.js';
import { StateWord } from '../../ui/state-word.js';

type Status = Result<typeof contract.status>;

/** A backup older than this is a reason to look. */
const STALE_MS = 26 * 3_600_000;

export const Good = () => (
  <StateWord tone="ok" icon="checkRing">
    <Trans>Bình thường</Trans>
  </StateWord>
);

/** The last backup, and whether it is too old. */
export function Backup({ backup }: Pick<Status, 'backup'>) {
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

export function Disk({ disk }: Pick<Status, 'disk'>) {
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

export function Mail({ mail }: Pick<Status, 'mail'>) {
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

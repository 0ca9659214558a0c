import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useFormat } from '../../../lib/format.js';
import { SizeOfFile } from './kinds.js';
import type { Sending } from './use-files.js';

interface SendingRowProps {
  row: Sending;
  cancel: () => void;
  retry: () => void;
}

/** A file on its way: how much of it has left; or why it did not arrive. */
export function SendingRow({ row, cancel, retry }: SendingRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { file, sent, problem } = row;
  const { name } = file;
  const percent = file.size > 0 ? Math.min(100, Math.floor((sent / file.size) * 100)) : 0;
  const why = problem?.fields[0]?.message ?? problem?.message;
  return (
    <li>
      <div className="attached-what">
        <span className="file-name">{name}</span>{' '}
        <span className="note nw">
          <SizeOfFile bytes={file.size} />
        </span>
        {problem ? (
          <p className="in-err" role="alert">
            {why}
          </p>
        ) : (
          <div className="attached-progress">
            <progress value={percent} max={100} aria-label={t`Đang tải lên: ${name}`} />
            <span className="note">{percent < 100 ? `${format.number(percent)} %` : <Trans>Đang kiểm tra</Trans>}</span>
          </div>
        )}
      </div>
      <div className="btns">
        {problem && (
          <Button size="xs" variant="default" aria-label={t`Thử lại: ${name}`} onClick={retry}>
            <Trans>Thử lại</Trans>
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          aria-label={problem ? t`Gỡ: ${name}` : t`Hủy tải lên: ${name}`}
          onClick={cancel}
        >
          {problem ? <Trans>Gỡ</Trans> : <Trans>Hủy</Trans>}
        </Button>
      </div>
    </li>
  );
}

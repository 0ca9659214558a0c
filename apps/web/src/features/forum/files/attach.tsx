import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useRef, useState, type DragEvent } from 'react';
import { Banner } from '../../../ui/banner.js';
import { Icon } from '../../../ui/icons.js';
import { AttachedRow } from './attached-row.js';
import { SendingRow } from './sending-row.js';
import { MOST, type Files } from './use-files.js';
import './files.css';

/** An iPhone hands over JPEG where HEIC is not asked for. */
const ACCEPTED = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.webp';

interface AttachProps {
  files: Files;
  /** Puts Markdown into the text; without it pictures stand under the text only. */
  insert?: (markdown: string) => void;
  /** Beside a plain text box: no words about what files may be. */
  bare?: boolean;
}

/** "Đính kèm tệp": choose, photograph or drop files, see how far each is, and take them off again. */
export function Attach({ files, insert, bare = false }: AttachProps) {
  const { t } = useLingui();
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [left, setLeft] = useState(0);
  const add = (chosen: FileList | null) => setLeft(files.add(Array.from(chosen ?? [])));
  const drag = (inside: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(inside);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    add(event.dataTransfer.files);
  };
  const chooser = (capture: boolean) => (
    <input
      ref={capture ? camera : picker}
      type="file"
      hidden
      multiple={!capture}
      accept={capture ? 'image/jpeg' : ACCEPTED}
      capture={capture ? 'environment' : undefined}
      aria-label={capture ? t`Chụp ảnh` : t`Đính kèm tệp`}
      onChange={({ currentTarget }) => {
        add(currentTarget.files);
        currentTarget.value = '';
      }}
    />
  );
  return (
    <div
      className={['attach', over && 'over', bare && 'bare'].filter(Boolean).join(' ')}
      role="group"
      aria-label={t`Tệp đính kèm`}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
      {chooser(false)}
      {chooser(true)}
      <div className="attach-acts">
        <Button size="xs" variant="default" disabled={files.room <= 0} onClick={() => picker.current?.click()}>
          <Trans>Đính kèm tệp</Trans>
        </Button>
        <Button
          className="by-hand"
          size="xs"
          variant="default"
          disabled={files.room <= 0}
          onClick={() => camera.current?.click()}
        >
          <Trans>Chụp ảnh</Trans>
        </Button>
        {!bare && (
          <span className="note">
            <Trans>Nhiều nhất 5 tệp, mỗi tệp 25 MB: PDF, DOCX, XLSX, PNG, JPG, WebP.</Trans>
          </span>
        )}
      </div>
      <p className="secret">
        <Icon name="lock" />
        <span>
          <Trans>Không tải lên tài liệu mật, sơ đồ mạng hoặc điểm yếu của hệ thống đang vận hành.</Trans>
        </span>
      </p>
      {left > 0 && (
        <Banner tone="due" live>
          <Plural value={left} other={`# tệp chưa được thêm: một bài có nhiều nhất ${MOST} tệp.`} />
        </Banner>
      )}
      {files.gone > 0 && (
        <Banner tone="due" live>
          <Plural value={files.gone} other="# tệp trong bản nháp đã bị gỡ sau 24 giờ. Đính kèm lại nếu còn cần." />{' '}
          <Button size="xs" variant="subtle" onClick={files.dropGone}>
            <Trans>Đã rõ</Trans>
          </Button>
        </Banner>
      )}
      {files.attached.length + files.sending.length > 0 && (
        <ul className="attached">
          {files.attached.map((file) => (
            <AttachedRow key={file.key} file={file} insert={insert} remove={() => files.remove(file.key)} />
          ))}
          {files.sending.map((row) => (
            <SendingRow key={row.id} row={row} cancel={() => files.cancel(row.id)} retry={() => files.retry(row)} />
          ))}
        </ul>
      )}
      <p role="status" className="vh">
        {files.busy ? <Trans>Đang tải tệp lên.</Trans> : null}
      </p>
    </div>
  );
}

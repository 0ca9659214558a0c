import type { Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { ProblemLine } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { useCloseReasons, type CloseReason } from './close-reasons.js';

/** Asks for the reason before a question or discussion is closed. */
export function CloseDialog({ thread, close }: { thread: Thread; close: () => void }) {
  const { t } = useLingui();
  const reasons = useCloseReasons();
  const { form, submit, send } = useContractForm(threads.close, {
    initialValues: { reason: '', note: '' },
    input: ({ reason, note }) => ({ id: thread.id, reason: reason as CloseReason, note }),
    invalidates: [threads.read, threads.list],
    onDone: () => {
      close();
      void notify({ message: t`Đã đóng.` });
    },
  });
  return (
    // Without the ready-made head: a second <header> on the page is a second banner for screen readers.
    <Modal.Root opened onClose={close} size="42rem" yOffset="4.5rem" classNames={{ content: 'dlg' }}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Modal.Title className="dlg-title">
            {thread.kind === 'question' ? t`Đóng câu hỏi` : t`Đóng thảo luận`}
          </Modal.Title>
          <form onSubmit={submit} className="dialog-form">
            <p className="soft">
              <Trans>Không nhận thêm câu trả lời; nội dung và góp ý vẫn đọc được, và có thể mở lại.</Trans>
            </p>
            <Radio.Group label={t`Lý do`} {...form.getInputProps('reason')}>
              <div className="choices">
                {Object.entries(reasons).map(([reason, word]) => (
                  <Radio key={reason} value={reason} label={word} />
                ))}
              </div>
            </Radio.Group>
            <Textarea label={t`Ghi thêm (không bắt buộc)`} autosize={false} rows={2} {...form.getInputProps('note')} />
            <ProblemLine error={send.error?.fields.length === 0 ? send.error : null} />
            <div className="btns">
              <Button type="submit" variant="filled" loading={send.isPending}>
                <Trans>Đóng</Trans>
              </Button>
              <Button variant="subtle" onClick={close}>
                <Trans>Bỏ qua</Trans>
              </Button>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

import type { Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ProblemLine } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useSend } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { tellProblem } from './tell-problem.js';
import { useCloseReasons, type CloseReason } from './close-reasons.js';

const READ_AGAIN = [threads.read, threads.list] as const;

function CloseDialog({ thread, close }: { thread: Thread; close: () => void }) {
  const { t } = useLingui();
  const reasons = useCloseReasons();
  const { form, submit, send } = useContractForm(threads.close, {
    initialValues: { reason: '', note: '' },
    input: ({ reason, note }) => ({ id: thread.id, reason: reason as CloseReason, note }),
    invalidates: READ_AGAIN,
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

/** Closing with a reason, and opening again, for who may. */
export function StateActions({ thread }: { thread: Thread }) {
  const { t } = useLingui();
  const [closing, setClosing] = useState(false);
  const reopen = useSend(threads.reopen, {
    invalidates: READ_AGAIN,
    onDone: () => void notify({ message: t`Đã mở lại.` }),
    onProblem: tellProblem,
  });
  return (
    <>
      {thread.can.close && (
        <Button size="xs" variant="subtle" onClick={() => setClosing(true)}>
          {thread.kind === 'question' ? <Trans>Đóng câu hỏi</Trans> : <Trans>Đóng thảo luận</Trans>}
        </Button>
      )}
      {thread.can.reopen && (
        <Button size="xs" variant="subtle" loading={reopen.isPending} onClick={() => reopen.mutate({ id: thread.id })}>
          <Trans>Mở lại</Trans>
        </Button>
      )}
      {closing && <CloseDialog thread={thread} close={() => setClosing(false)} />}
    </>
  );
}

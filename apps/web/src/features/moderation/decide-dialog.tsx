import type { Review } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, TextInput } from '@mantine/core';
import { Dialog } from '../../components/dialog.js';
import { ProblemLine } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { moderation, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

type Outcome = 'upheld' | 'rejected' | 'deferred';

/** The decision about a review, told to those who flagged; a hidden post's author is told the note. */
export function DecideDialog({ review, close }: { review: Review; close: () => void }) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(moderation.decide, {
    initialValues: { outcome: '', note: '' },
    input: ({ outcome, note }) => ({ id: review.id, outcome: outcome as Outcome, note }),
    invalidates: [moderation.reviews, moderation.withheldPosts, threads.read, threads.list],
    onDone: () => {
      close();
      void notify({ message: t`Đã quyết định. Người báo được báo kết quả.` });
    },
  });
  const choices: Record<Outcome, string> = {
    upheld: t`Ẩn bài`,
    rejected: t`Giữ bài`,
    deferred: t`Để lại, xem sau`,
  };
  return (
    <Dialog title={t`Quyết định`} close={close}>
      <form className="dialog" onSubmit={submit} noValidate>
        <Radio.Group label={t`Kết quả`} {...form.getInputProps('outcome')}>
          <div className="choices">
            {Object.entries(choices).map(([outcome, word]) => (
              <Radio key={outcome} value={outcome} label={word} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={t`Ghi thêm (không bắt buộc)`}
          description={t`Người báo đọc được; khi ẩn thì người viết cũng đọc được.`}
          autoComplete="off"
          {...form.getInputProps('note')}
        />
        <ProblemLine error={send.error?.fields.length === 0 ? send.error : null} />
        <div className="btns">
          <Button type="submit" variant="filled" loading={send.isPending}>
            <Trans>Lưu quyết định</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Bỏ qua</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

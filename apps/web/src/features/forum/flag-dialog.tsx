import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, Textarea } from '@mantine/core';
import { Dialog } from '../../components/dialog.js';
import { useFlagReasons, type FlagReason } from '../../components/flag-reasons.js';
import { ProblemLine } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { moderation } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { MenuPost } from './post-menu.js';

/** "Báo điều hành viên": why a post should be looked at again. */
export function FlagDialog({ post, close }: { post: MenuPost; close: () => void }) {
  const { t } = useLingui();
  const reasons = useFlagReasons();
  const { form, submit, send } = useContractForm(moderation.flag, {
    initialValues: { reason: '', note: '' },
    input: ({ reason, note }) => ({ id: post.id, reason: reason as FlagReason, note }),
    onDone: () => {
      close();
      void notify({ message: t`Đã báo điều hành viên. Kết quả được gửi vào hộp thư.` });
    },
  });
  return (
    <Dialog title={t`Báo điều hành viên`} close={close}>
      <form className="dialog" onSubmit={submit} noValidate>
        <p className="soft">
          <Trans>Điều hành viên biết ai báo; người viết thì không.</Trans>
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
            <Trans>Gửi</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Bỏ qua</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

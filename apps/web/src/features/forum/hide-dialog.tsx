import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DialogForm } from '../../components/dialog-form.js';
import { paths } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { moderation, posts, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { MenuPost } from './post-menu.js';

/** Hiding a post, or with its question the whole thread: the reason is told to the author. */
export function HideDialog({ post, close }: { post: MenuPost; close: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const whole = post.kind === 'question' || post.kind === 'discussion';
  const { form, submit, send } = useContractForm(posts.hide, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ id: post.id, reason }),
    invalidates: [threads.read, threads.list, moderation.withheldPosts],
    onDone: () => {
      close();
      void notify({ message: t`Đã ẩn. Khôi phục được trong 30 ngày, ở trang Cần xem lại.` });
      if (whole) void navigate({ to: paths.threads });
    },
  });
  return (
    <DialogForm
      title={whole ? t`Ẩn cả câu hỏi hoặc thảo luận` : t`Ẩn bài`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Ẩn</Trans>}
      grave
    >
      <TextInput
        label={t`Lý do`}
        description={t`Người viết được báo lý do này; được ghi vào nhật ký quản trị.`}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </DialogForm>
  );
}

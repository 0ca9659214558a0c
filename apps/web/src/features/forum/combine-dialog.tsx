import type { Thread } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { DialogForm } from '../../components/dialog-form.js';
import { paths } from '../../lib/address.js';
import type { ProblemError } from '../../lib/api.js';
import { useContractForm } from '../../lib/contract-form.js';
import { arranging, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { ThreadPicker } from './thread-picker.js';

interface DialogProps {
  thread: Thread;
  close: () => void;
}
interface Field {
  value: string;
  onChange: (id: string) => void;
  error?: ReactNode;
}
interface CombineProps extends DialogProps {
  title: string;
  hint: ReactNode;
  label: string;
  verb: ReactNode;
  field: Field;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  send: { error: ProblemError | null; isPending: boolean };
}

const READ_AGAIN = [threads.read, threads.list] as const;
const initialValues = { targetId: '' };

function Combine({ hint, verb, label, field, thread, ...form }: CombineProps) {
  return (
    <DialogForm {...form} act={verb} disabled={!field.value}>
      <div className="prose compact">{hint}</div>
      <ThreadPicker thread={thread} label={label} {...field} />
    </DialogForm>
  );
}

const fieldOf = ({ value, onChange, error }: Partial<Field>): Field => ({
  value: value ?? '',
  onChange: (id) => onChange?.(id),
  error,
});

/** Chooses what a thread is a duplicate of. */
export function DuplicateDialog({ thread, close }: DialogProps) {
  const { t } = useLingui();
  const { form, submit, send } = useContractForm(arranging.markDuplicate, {
    initialValues,
    input: ({ targetId }) => ({ id: thread.id, targetId: Number(targetId) }),
    invalidates: READ_AGAIN,
    onDone: () => {
      close();
      void notify({ message: t`Đã đánh dấu trùng.` });
    },
  });
  return (
    <Combine
      {...{ thread, close, submit, send }}
      field={fieldOf(form.getInputProps('targetId'))}
      title={t`Đánh dấu trùng`}
      hint={
        <Trans>
          Lượt hữu ích, đơn vị cũng gặp và người theo dõi chuyển sang mục được chọn; trang này dẫn sang đó. Mở lại được
          nếu nhầm.
        </Trans>
      }
      label={t`Trùng với`}
      verb={<Trans>Đánh dấu trùng</Trans>}
    />
  );
}

/** Merging is final: what goes where is said before. */
const WhatMoves = ({ thread: { answers, comments, watchers, meToo } }: { thread: Thread }) => (
  <>
    <p>
      <b>
        <Trans>Gộp là vĩnh viễn, không hoàn tác được.</Trans>
      </b>
    </p>
    <ul>
      <li>
        <Trans>Nội dung này thành một câu trả lời của mục được chọn và giữ tiêu đề, tệp, lượt hữu ích.</Trans>
      </li>
      <li>
        <Trans>
          Chuyển sang đó: <Plural value={answers} other="# câu trả lời" />, <Plural value={comments} other="# góp ý" />,{' '}
          <Plural value={watchers} other="# người theo dõi" />, <Plural value={meToo} other="# đơn vị cũng gặp" />.
        </Trans>
      </li>
      <li>
        <Trans>Câu trả lời đã được chọn ở đây thôi được chọn; chủ đề của trang này không chuyển theo.</Trans>
      </li>
      <li>
        <Trans>Địa chỉ của trang này dẫn sang mục được chọn.</Trans>
      </li>
    </ul>
  </>
);

/** Chooses into what a thread is merged, for good. */
export function MergeDialog({ thread, close }: DialogProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { form, submit, send } = useContractForm(arranging.merge, {
    initialValues,
    input: ({ targetId }) => ({ id: thread.id, targetId: Number(targetId) }),
    invalidates: READ_AGAIN,
    onDone: ({ id }) => {
      close();
      void notify({ message: t`Đã gộp.` });
      void navigate({ to: paths.thread(id), hash: `bai-${thread.id}`, replace: true });
    },
  });
  return (
    <Combine
      {...{ thread, close, submit, send }}
      field={fieldOf(form.getInputProps('targetId'))}
      title={t`Gộp vào mục khác`}
      hint={<WhatMoves thread={thread} />}
      label={t`Gộp vào`}
      verb={<Trans>Gộp</Trans>}
    />
  );
}

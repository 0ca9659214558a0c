import type { Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { arranging, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { AudienceChoice } from './audience-choice.js';
import { useAudiences } from './use-audiences.js';

/** Changes who reads a thread; where that is more people than now, its asker is asked first. */
export function MoveDialog({ thread, close }: { thread: Thread; close: () => void }) {
  const { t } = useLingui();
  const places = useAudiences('').places.filter(({ id }) => id !== thread.audience.spaceId);
  const { form, submit, send } = useContractForm(arranging.move, {
    initialValues: { spaceId: '', reason: '' },
    input: ({ spaceId, reason }) => ({ id: thread.id, spaceId: Number(spaceId), reason }),
    invalidates: [threads.read, threads.list],
    onDone: ({ outcome }) => {
      close();
      void notify({ message: outcome === 'moved' ? t`Đã chuyển nơi đăng.` : t`Đã gửi đề nghị tới người hỏi.` });
    },
  });
  const { value, onChange, error } = form.getInputProps('spaceId');
  return (
    <DialogForm
      title={t`Chuyển nơi đăng`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans context="nơi đăng">Chuyển</Trans>}
      disabled={!value}
    >
      <p className="small soft">
        <Trans>
          Câu trả lời, góp ý và tệp chuyển cùng. Nếu có thêm người đọc được, việc chuyển chờ người hỏi đồng ý.
        </Trans>
      </p>
      <AudienceChoice places={places} value={value} onChange={onChange} error={error} />
      <TextInput
        label={t`Lý do`}
        description={t`Người hỏi đọc được lý do này; được ghi vào nhật ký quản trị.`}
        autoComplete="off"
        {...form.getInputProps('reason')}
      />
    </DialogForm>
  );
}

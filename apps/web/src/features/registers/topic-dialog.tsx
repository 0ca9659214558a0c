import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { registers, topics } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { KeptTopic } from './topics.page.js';

const invalidates = [registers.topics, topics.list, topics.read];

/** Name and description of a topic in both languages. */
export function TopicDialog({ topic, close }: { topic: KeptTopic | null; close: () => void }) {
  const { t } = useLingui();
  const onDone = () => {
    close();
    void notify({ message: t`Đã lưu chủ đề.` });
  };
  const initialValues = {
    name: topic?.name ?? '',
    nameEn: topic?.nameEn ?? '',
    description: topic?.description ?? '',
    descriptionEn: topic?.descriptionEn ?? '',
  };
  const added = useContractForm(registers.addTopic, { initialValues, input: (values) => values, invalidates, onDone });
  const edited = useContractForm(registers.editTopic, {
    initialValues,
    input: (values) => ({ ...values, id: topic?.id ?? 0 }),
    ifMatch: topic?.version ?? 0,
    invalidates,
    onDone,
  });
  const { form, submit, send } = topic ? edited : added;
  return (
    <DialogForm
      title={topic ? t`Sửa chủ đề` : t`Thêm chủ đề`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Lưu</Trans>}
    >
      <TextInput label={t`Tên tiếng Việt`} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label={t`Tên tiếng Anh`} autoComplete="off" {...form.getInputProps('nameEn')} />
      <Textarea label={t`Mô tả tiếng Việt`} autosize minRows={2} {...form.getInputProps('description')} />
      <Textarea label={t`Mô tả tiếng Anh`} autosize minRows={2} {...form.getInputProps('descriptionEn')} />
    </DialogForm>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { textsOf, TwoVersions, useVersions, type Shown } from '../../components/two-versions.js';
import { useContractForm } from '../../lib/contract-form.js';
import { registers, topics } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { KeptTopic } from './topics.page.js';

const NAMES = ['name', 'nameEn', 'description', 'descriptionEn'] as const;
type Values = Record<(typeof NAMES)[number], string>;
const invalidates = [registers.topics, topics.list, topics.read];

/** Name and description of a topic in both languages. */
export function TopicDialog({ topic, close }: { topic: KeptTopic | null; close: () => void }) {
  const { t } = useLingui();
  const onDone = () => {
    close();
    void notify({ message: t`Đã lưu chủ đề.` });
  };
  const initialValues: Values = {
    name: topic?.name ?? '',
    nameEn: topic?.nameEn ?? '',
    description: topic?.description ?? '',
    descriptionEn: topic?.descriptionEn ?? '',
  };
  const versions = useVersions<Values>(topic?.version ?? 0, (current) => textsOf(current, NAMES));
  const added = useContractForm(registers.addTopic, { initialValues, input: (values) => values, invalidates, onDone });
  const edited = useContractForm(registers.editTopic, {
    initialValues,
    input: (values) => ({ ...values, id: topic?.id ?? 0 }),
    ifMatch: versions.ifMatch,
    onProblem: versions.onProblem,
    invalidates,
    onDone,
  });
  const { form, submit, send } = topic ? edited : added;
  const fields: Shown<Values>[] = [
    ['name', t`Tên tiếng Việt`],
    ['nameEn', t`Tên tiếng Anh`],
    ['description', t`Mô tả tiếng Việt`],
    ['descriptionEn', t`Mô tả tiếng Anh`],
  ];
  return (
    <DialogForm
      title={topic ? t`Sửa chủ đề` : t`Thêm chủ đề`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Lưu</Trans>}
      meanwhile={versions.theirs && <TwoVersions versions={versions} form={form} send={send} fields={fields} />}
    >
      <TextInput label={t`Tên tiếng Việt`} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label={t`Tên tiếng Anh`} autoComplete="off" {...form.getInputProps('nameEn')} />
      <Textarea label={t`Mô tả tiếng Việt`} autosize minRows={2} {...form.getInputProps('description')} />
      <Textarea label={t`Mô tả tiếng Anh`} autosize minRows={2} {...form.getInputProps('descriptionEn')} />
    </DialogForm>
  );
}

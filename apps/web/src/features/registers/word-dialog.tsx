import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { useContractForm } from '../../lib/contract-form.js';
import { registers, topics } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { Word } from './glossary.page.js';

const invalidates = [registers.glossary, registers.wordHistory, topics.abbreviations];

/** An abbreviation, what it means, and who says so. */
export function WordDialog({ word, close }: { word: Word | null; close: () => void }) {
  const { t } = useLingui();
  const onDone = () => {
    close();
    void notify({ message: t`Đã lưu từ viết tắt.` });
  };
  const initialValues = {
    abbreviation: word?.abbreviation ?? '',
    meaning: word?.meaning ?? '',
    meaningEn: word?.meaningEn ?? '',
    synonyms: word?.synonyms.replaceAll('|', ', ') ?? '',
    source: word?.source ?? '',
  };
  const sent = (values: typeof initialValues) => ({
    ...values,
    synonyms: values.synonyms
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
      .join('|'),
  });
  const added = useContractForm(registers.addWord, { initialValues, input: sent, invalidates, onDone });
  const edited = useContractForm(registers.editWord, {
    initialValues,
    input: (values) => ({ ...sent(values), id: word?.id ?? 0 }),
    ifMatch: word?.version ?? 0,
    invalidates,
    onDone,
  });
  const { form, submit, send } = word ? edited : added;
  return (
    <DialogForm
      title={word ? t`Sửa từ viết tắt` : t`Thêm từ viết tắt`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Lưu</Trans>}
    >
      <TextInput label={t`Viết tắt`} autoComplete="off" {...form.getInputProps('abbreviation')} />
      <TextInput label={t`Nghĩa tiếng Việt`} autoComplete="off" {...form.getInputProps('meaning')} />
      <TextInput label={t`Nghĩa tiếng Anh (không bắt buộc)`} autoComplete="off" {...form.getInputProps('meaningEn')} />
      <TextInput
        label={t`Từ đồng nghĩa (không bắt buộc)`}
        description={t`Cách nhau bằng dấu phẩy.`}
        autoComplete="off"
        {...form.getInputProps('synonyms')}
      />
      <TextInput
        label={t`Nguồn`}
        description={t`Văn bản hoặc tài liệu dùng nghĩa này.`}
        autoComplete="off"
        {...form.getInputProps('source')}
      />
    </DialogForm>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.js';
import { textsOf, TwoVersions, useVersions, type Shown } from '../../components/two-versions.js';
import { useContractForm } from '../../lib/contract-form.js';
import { registers, topics } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import type { Word } from './glossary.page.js';

const NAMES = ['abbreviation', 'meaning', 'meaningEn', 'synonyms', 'source'] as const;
type Values = Record<(typeof NAMES)[number], string>;
/** Kept with bars between them, typed with commas. */
const commas = (synonyms: string) => synonyms.replaceAll('|', ', ');
const valuesOf = (current: object): Values | undefined => {
  const texts = textsOf(current, NAMES);
  return texts && { ...texts, synonyms: commas(texts.synonyms) };
};
const invalidates = [registers.glossary, registers.wordHistory, topics.abbreviations];

/** An abbreviation, what it means, and who says so. */
export function WordDialog({ word, close }: { word: Word | null; close: () => void }) {
  const { t } = useLingui();
  const onDone = () => {
    close();
    void notify({ message: t`Đã lưu từ viết tắt.` });
  };
  const initialValues: Values = {
    abbreviation: word?.abbreviation ?? '',
    meaning: word?.meaning ?? '',
    meaningEn: word?.meaningEn ?? '',
    synonyms: commas(word?.synonyms ?? ''),
    source: word?.source ?? '',
  };
  const sent = (values: Values) => ({
    ...values,
    synonyms: values.synonyms
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
      .join('|'),
  });
  const versions = useVersions<Values>(word?.version ?? 0, valuesOf);
  const added = useContractForm(registers.addWord, { initialValues, input: sent, invalidates, onDone });
  const edited = useContractForm(registers.editWord, {
    initialValues,
    input: (values) => ({ ...sent(values), id: word?.id ?? 0 }),
    ifMatch: versions.ifMatch,
    onProblem: versions.onProblem,
    invalidates,
    onDone,
  });
  const { form, submit, send } = word ? edited : added;
  const fields: Shown<Values>[] = [
    ['abbreviation', t`Viết tắt`],
    ['meaning', t`Nghĩa tiếng Việt`],
    ['meaningEn', t`Nghĩa tiếng Anh (không bắt buộc)`],
    ['synonyms', t`Từ đồng nghĩa (không bắt buộc)`],
    ['source', t`Nguồn`],
  ];
  return (
    <DialogForm
      title={word ? t`Sửa từ viết tắt` : t`Thêm từ viết tắt`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Lưu</Trans>}
      meanwhile={versions.theirs && <TwoVersions versions={versions} form={form} send={send} fields={fields} />}
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

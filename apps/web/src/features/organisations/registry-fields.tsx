import { useLingui } from '@lingui/react/macro';
import { TextInput, type TextInputProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';

interface Names {
  name: string;
  nameEn: string;
  abbreviation: string;
}

/** The three names of an organisation. */
export function NameFields<V extends Names & Record<string, unknown>>({ form }: { form: UseFormReturnType<V> }) {
  const { t } = useLingui();
  const optional = t`Có thể để trống.`;
  return (
    <>
      <TextInput label={t`Tên đầy đủ`} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <div className="dialog-pair">
        <TextInput
          label={t`Tên tiếng Anh`}
          description={optional}
          autoComplete="off"
          {...form.getInputProps('nameEn')}
        />
        <TextInput
          label={t`Tên viết tắt`}
          description={optional}
          autoComplete="off"
          {...form.getInputProps('abbreviation')}
        />
      </div>
    </>
  );
}

/** The document that says so. */
export function BasisField(field: TextInputProps) {
  const { t } = useLingui();
  return (
    <TextInput
      label={t`Căn cứ`}
      description={t`Số, ký hiệu và ngày của văn bản. Có thể để trống.`}
      autoComplete="off"
      {...field}
    />
  );
}

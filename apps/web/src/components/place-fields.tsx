import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { OrganisationPicker } from './organisation-picker.js';

interface Place extends Record<string, unknown> {
  organisationId: string;
  unit: string;
}

interface PlaceFieldsProps<V extends Place> {
  form: UseFormReturnType<V>;
  /** What is said below the organisation instead of how to find it. */
  description?: string;
  /** Only organisations that still are. */
  current?: boolean;
}

/** Where somebody works: the organisation, and the part of it in his own words. */
export function PlaceFields<V extends Place>({ form, description, current = false }: PlaceFieldsProps<V>) {
  const { t } = useLingui();
  const { onChange, value, error } = form.getInputProps('organisationId');
  return (
    <>
      <OrganisationPicker
        label={t`Đơn vị`}
        description={description ?? t`Gõ vài chữ của tên, có dấu hay không dấu.`}
        current={current}
        value={value || null}
        onChange={(id) => onChange(id ?? '')}
        error={error}
      />
      <TextInput
        label={t`Phòng, ban`}
        description={t`Có thể để trống.`}
        autoComplete="off"
        {...form.getInputProps('unit')}
      />
    </>
  );
}

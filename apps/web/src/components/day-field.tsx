import { useLingui } from '@lingui/react/macro';
import { TextInput, type TextInputProps } from '@mantine/core';

/** A day as it is typed, 05/01/2026; `dayOf` reads it. */
export function DayField({ description, ...field }: TextInputProps) {
  const { t } = useLingui();
  const example = t`Ví dụ 05/01/2026`;
  return <TextInput description={description ?? example} inputMode="numeric" autoComplete="off" {...field} />;
}

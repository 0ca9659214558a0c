import { useLingui } from '@lingui/react/macro';
import { POSITION_TITLES } from '@hat-nhan/vietnamese';
import { Autocomplete, type AutocompleteProps } from '@mantine/core';

/** As they are written in the state; the page proposes them in Vietnamese in both languages, since they are data. */
const TITLES = POSITION_TITLES.map(({ vi }) => vi);

/** The title of a position: one of the usual ones, or any other. */
export function TitleField(field: AutocompleteProps) {
  const { t } = useLingui();
  return <Autocomplete label={t`Chức vụ`} data={TITLES} autoComplete="off" {...field} />;
}

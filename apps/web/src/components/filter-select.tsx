import { NativeSelect } from '@mantine/core';
import { useFilters } from '../lib/address.js';

interface FilterSelectProps {
  /** Its name in the address. */
  name: string;
  label: string;
  /** The words of no choice. */
  all: string;
  choices: readonly { value: string; label: string }[];
}

/** One choice among few that narrows a list; it stands in the address. */
export function FilterSelect({ name, label, all, choices }: FilterSelectProps) {
  const [filters, set] = useFilters();
  const chosen = filters[name];
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: all }, ...choices]}
      value={choices.some(({ value }) => value === chosen) ? chosen : ''}
      onChange={(event) => set({ [name]: event.currentTarget.value || undefined })}
    />
  );
}

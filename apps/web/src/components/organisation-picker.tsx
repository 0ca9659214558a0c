import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { query } from '../lib/query.js';
import { organisations } from '../lib/routes.js';

interface OrganisationPickerProps {
  label: string;
  description?: string;
  placeholder?: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: ReactNode;
  clearable?: boolean;
  /** Only organisations that still are. */
  current?: boolean;
}

/** Finds an organisation by a few letters of its name, marked or not. */
export function OrganisationPicker({
  value,
  onChange,
  description,
  clearable = false,
  current = false,
  ...look
}: OrganisationPickerProps) {
  const { t, i18n } = useLingui();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words, 250);
  const chosen = useQuery({ ...query(organisations.read, { id: Number(value) }), enabled: value !== null });
  const chosenName =
    chosen.data && (i18n.locale === 'en' && chosen.data.nameEn ? chosen.data.nameEn : chosen.data.name);
  const found = useQuery({
    ...query(organisations.list, { q, limit: 20, ...(current && { former: false }) }),
    enabled: q !== '' && q !== chosenName,
    placeholderData: keepPreviousData,
  });
  const choices = new Map(
    found.data?.items.map(({ id, name, nameEn }) => [String(id), i18n.locale === 'en' && nameEn ? nameEn : name]),
  );
  if (value !== null) choices.set(value, chosenName ?? '…');
  const nothing = q !== '' && value === null && !found.isFetching && found.data?.items.length === 0;
  return (
    <Select
      {...look}
      // Said here and not in the list, which stays shut while it has nothing: an empty one says nothing to a screen reader.
      description={nothing ? t`Không có đơn vị nào tên như vậy` : description}
      searchable
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t`Bỏ chọn đơn vị` }}
      value={value}
      onChange={onChange}
      onSearchChange={setWords}
      filter={({ options }) => options}
      data={[...choices].map(([id, name]) => ({ value: id, label: name }))}
    />
  );
}

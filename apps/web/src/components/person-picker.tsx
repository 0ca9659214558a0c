import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { query } from '../lib/query.js';
import { people } from '../lib/routes.js';
import { useTitleIn } from './title-in.js';

interface PersonPickerProps {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  /** Only who is there, listed before anything is typed; but for this person. */
  among?: { organisation: number; but: number };
}

/** Finds a person of the directory by name, in any order, marked or not. */
export function PersonPicker({ label, value, onChange, among }: PersonPickerProps) {
  const titleIn = useTitleIn();
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words, 250);
  const found = useQuery({
    ...query(people.list, {
      ...(q && { q }),
      ...(among && { organisation: among.organisation }),
      limit: 20,
    }),
    enabled: (q !== '' || among !== undefined) && value === null,
    placeholderData: keepPreviousData,
  });
  const items = found.data?.items.filter(({ id }) => id !== among?.but);
  const nobody = (q !== '' || among !== undefined) && value === null && !found.isFetching && items?.length === 0;
  const empty = q === '' ? t`Đơn vị chưa có thành viên khác` : t`Không có ai tên như vậy`;
  const usual = among ? t`Không bắt buộc. Danh sách là người đang ở đơn vị.` : t`Gõ vài chữ của tên`;
  return (
    <Select
      label={label}
      // Said here and not in the list, which stays shut while it has nothing: an empty one says nothing to a screen reader.
      description={nobody ? empty : usual}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      value={value}
      onChange={(id) => {
        onChange(id);
        if (id === null) setWords('');
      }}
      filter={({ options }) => options}
      data={
        items?.map(({ id, name, title, organisation }) => ({
          value: String(id),
          label: [name, titleIn(title), organisation?.name].filter(Boolean).join(', '),
        })) ?? []
      }
    />
  );
}

import type { Found, Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ThreadState } from '../../components/thread-state.js';
import { query } from '../../lib/query.js';
import { search, threads } from '../../lib/routes.js';

const PAUSE_MS = 300;
/** A number by itself, or the one in a link to a thread. */
const NUMBER = /(?:^#?|\/hoi-dap\/)([1-9]\d{0,9})(?=$|[-?#])/u;
const numberIn = (words: string) => Number(NUMBER.exec(words.trim())?.[1] ?? 0);
const isThread = ({ kind }: Found) => kind === 'question' || kind === 'discussion';

/** By number, by words, and as long as nothing is typed what is most like `thread`. */
function useFound(thread: Thread, words: string) {
  const number = numberIn(words);
  const one = useQuery({ ...query(threads.read, { id: number }), enabled: number > 0, retry: false });
  const many = useQuery({
    ...query(search.search, { q: words }),
    enabled: words !== '' && number === 0,
    placeholderData: keepPreviousData,
  });
  const like = useQuery({
    ...query(search.similar, { title: thread.title }),
    enabled: words === '',
    staleTime: 60_000,
  });
  const asked = number > 0 ? one : words === '' ? like : many;
  const items =
    number > 0
      ? one.data && !one.error
        ? [one.data.thread]
        : []
      : words === ''
        ? (like.data?.items ?? [])
        : (many.data?.items.filter(isThread) ?? []);
  // What leads elsewhere itself is no place to lead to.
  const others = items.filter(({ id, state }) => id !== thread.id && state !== 'duplicate').slice(0, 8);
  return { items: others, searching: asked.isFetching };
}

interface ThreadPickerProps {
  thread: Thread;
  label: string;
  value: string;
  onChange: (id: string) => void;
  error?: ReactNode;
}

/** Another question or discussion: found by title, number or link; what is most like the present one is proposed first. */
export function ThreadPicker({ thread, label, value, onChange, error }: ThreadPickerProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { items, searching } = useFound(thread, words);
  return (
    <>
      <TextInput
        type="search"
        label={t`Tìm theo tiêu đề, số hoặc liên kết`}
        autoComplete="off"
        maxLength={200}
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onChange('');
        }}
        // What is searched for is not yet what is sent.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <Radio.Group label={label} value={value} onChange={onChange} error={error}>
        <div className="choices picker" role="status">
          {items.map(({ id, title, state }) => (
            <Radio
              key={id}
              value={String(id)}
              label={title}
              description={<ThreadState state={(state ?? 'open') as Thread['state']} />}
            />
          ))}
          {items.length === 0 && !searching && (
            <p className="small soft">
              {words === '' ? <Trans>Chưa có mục nào gần giống.</Trans> : <Trans>Không tìm thấy mục nào.</Trans>}
            </p>
          )}
        </div>
      </Radio.Group>
    </>
  );
}

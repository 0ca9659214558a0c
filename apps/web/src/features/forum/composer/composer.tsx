import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Preview } from './preview.js';
import { RichText } from './rich-text.js';
import type { WritingProps } from './writing.js';

type View = 'rich' | 'source' | 'preview';

/** Where a text is written: rich text, its Markdown, and how it will be read. Loaded when somebody begins to write. */
export function Composer({
  label,
  value,
  onChange,
  placeholder,
  error,
  brief = false,
  focus,
  describedBy,
}: WritingProps & { focus: boolean }) {
  const { t } = useLingui();
  const [view, setView] = useState<View>('rich');
  const views: [View, string][] = [
    ['rich', t`Soạn thảo`],
    ['source', t`Markdown`],
    ['preview', t`Xem trước`],
  ];
  return (
    <>
      {!brief && (
        <div className="tools" role="group" aria-label={t`Cách soạn`}>
          {views.map(([name, word]) => (
            <button
              key={name}
              type="button"
              aria-pressed={view === name}
              className={name === 'preview' ? 'end' : undefined}
              onClick={() => setView(name)}
            >
              {word}
            </button>
          ))}
        </div>
      )}
      {view === 'rich' && (
        <RichText
          label={label}
          value={value}
          onChange={onChange}
          placeholder={placeholder}
          focus={focus}
          brief={brief}
          invalid={Boolean(error)}
          describedBy={describedBy}
        />
      )}
      {view === 'source' && (
        <Textarea
          className="source"
          aria-label={label}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          placeholder={placeholder}
          error={Boolean(error)}
          rows={9}
        />
      )}
      {view === 'preview' && (
        <div className="previewed">
          <Preview text={value} />
        </div>
      )}
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Asked } from './asked.js';
import { Writing } from './composer/writing.js';
import { ContextFields } from './context-fields.js';
import { TopicChoice } from './topic-choice.js';

type Written = Pick<Asked, 'title' | 'text' | 'topicIds' | 'context'>;

interface ThreadFieldsProps<V extends Written> {
  form: UseFormReturnType<V>;
  /** Ctrl Enter in the text. */
  onSend: () => void;
  titleHint?: ReactNode;
  underTitle?: ReactNode;
  placeholder?: string;
  /** Ids of topics that similar questions have. */
  proposed?: readonly number[];
  audience?: ReactNode;
  /** Files, under the text. */
  files?: ReactNode;
}

/** What a question or discussion is made of, for asking and for changing it: title, text, topics, and what may stay empty. */
export function ThreadFields<V extends Written>(props: ThreadFieldsProps<V>) {
  const { form, onSend, titleHint, underTitle, placeholder, proposed, audience, files } = props;
  const { t } = useLingui();
  const text = form.getInputProps('text');
  const topics = form.getInputProps('topicIds');
  return (
    <>
      <div>
        <TextInput label={t`Tiêu đề`} description={titleHint} autoComplete="off" {...form.getInputProps('title')} />
        {underTitle}
      </div>
      <div>
        <span className="in-label">
          <Trans>Nội dung</Trans>
        </span>
        <Writing
          label={t`Nội dung`}
          value={form.values.text}
          onChange={text.onChange}
          error={text.error}
          onSend={onSend}
          placeholder={placeholder}
          eager
        />
        {files}
      </div>
      <TopicChoice value={form.values.topicIds} onChange={topics.onChange} error={topics.error} proposed={proposed} />
      {audience}
      <ContextFields form={form} />
    </>
  );
}

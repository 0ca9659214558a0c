import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useContractForm } from '../../lib/contract-form.js';
import { posts, threads } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { clearWaiting, loadWaiting, saveWaiting } from '../../lib/waiting-text.js';
import { KeyHint } from '../../ui/key-hint.js';
import { SendProblem } from './send-problem.js';
import { useResend } from './use-resend.js';

interface CommentFormProps {
  threadId: number;
  parentId: number;
  close: () => void;
}

/** A comment: one plain box. What is not sent yet stays on this device. */
export function CommentForm({ parentId, close }: CommentFormProps) {
  const { t } = useLingui();
  const [personId] = useState(useMe().person?.id ?? 0);
  const kept = `comment:${parentId}`;
  const box = useRef<HTMLTextAreaElement>(null);
  const { form, submit, send } = useContractForm(posts.addComment, {
    initialValues: { text: '' },
    input: ({ text }) => ({ id: parentId, text }),
    invalidates: [threads.read],
    onDone: () => {
      void clearWaiting(personId, kept);
      close();
    },
  });
  const waits = useResend(send);
  const { setFieldValue, values } = form;
  useEffect(() => {
    box.current?.focus();
    void loadWaiting(personId, kept).then((text) => text && setFieldValue('text', text));
  }, [personId, kept, setFieldValue]);
  useEffect(() => {
    const text = values.text;
    if (text === '') return;
    const timer = setTimeout(() => void saveWaiting(personId, kept, text), 300);
    return () => clearTimeout(timer);
  }, [personId, kept, values.text]);
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
    if (event.key === 'Escape' && values.text === '') close();
  };
  const giveUp = () => {
    void clearWaiting(personId, kept);
    close();
  };
  return (
    <form className="comment-form" onSubmit={submit}>
      <Textarea
        ref={box}
        aria-label={t`Góp ý`}
        placeholder={t`Hỏi lại, bổ sung hoặc nêu lý do chưa đồng ý.`}
        rows={3}
        onKeyDown={keys}
        {...form.getInputProps('text')}
      />
      <SendProblem error={send.error?.fields.length === 0 ? send.error : null} />
      <div className="btns">
        <Button type="submit" size="xs" variant="filled" loading={send.isPending || waits}>
          <Trans>Gửi góp ý</Trans>
        </Button>
        <Button size="xs" variant="subtle" onClick={giveUp}>
          <Trans>Bỏ qua</Trans>
        </Button>
        <KeyHint keys={['Ctrl Enter']}>
          <Trans>gửi</Trans>
        </KeyHint>
      </div>
    </form>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useContractForm } from '../../lib/contract-form.js';
import { posts, threads } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { clearWaiting, loadWaiting, saveWaiting } from '../../lib/waiting-text.js';
import { KeyHint } from '../../ui/key-hint.js';
import { Writing } from './composer/writing.js';
import { SendProblem } from './send-problem.js';
import { useResend } from './use-resend.js';

interface CommentFormProps {
  threadId: number;
  parentId: number;
  close: () => void;
}

/** A comment: a few lines, in the editor of answers without its tools. What is not sent yet stays on this device. */
export function CommentForm({ parentId, close }: CommentFormProps) {
  const { t } = useLingui();
  const [personId] = useState(useMe().person?.id ?? 0);
  const kept = `comment:${parentId}`;
  const box = useRef<HTMLFormElement>(null);
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
    void loadWaiting(personId, kept).then((text) => text && setFieldValue('text', text));
  }, [personId, kept, setFieldValue]);
  useEffect(() => {
    const text = values.text;
    if (text === '') return;
    const timer = setTimeout(() => void saveWaiting(personId, kept, text), 300);
    return () => clearTimeout(timer);
  }, [personId, kept, values.text]);
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && values.text === '') close();
  };
  const giveUp = () => {
    void clearWaiting(personId, kept);
    close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only hears Escape of the field inside
    <form className="comment-form" ref={box} onSubmit={submit} onKeyDown={leave}>
      <Writing
        label={t`Góp ý`}
        value={values.text}
        onChange={(text) => setFieldValue('text', text)}
        onSend={() => box.current?.requestSubmit()}
        placeholder={t`Hỏi lại, bổ sung hoặc nêu lý do chưa đồng ý.`}
        error={form.errors['text']}
        brief
        eager
        focused
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

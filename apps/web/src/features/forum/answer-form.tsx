import type { Me, Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isProblem } from '../../lib/api.js';
import { useSend } from '../../lib/query.js';
import { posts, threads } from '../../lib/routes.js';
import { Banner } from '../../ui/banner.js';
import { KeyHint } from '../../ui/key-hint.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/section.js';
import { Writing } from './composer/writing.js';
import { BriefChoice } from './brief-choice.js';
import { Attach } from './files/attach.js';
import { useFiles } from './files/use-files.js';
import { DraftConflict } from './drafts/draft-conflict.js';
import { DraftStatus } from './drafts/draft-status.js';
import { useDraft } from './drafts/use-draft.js';
import { isEmpty, keysOf, withBrief, type Written } from './drafts/written.js';
import { JoinIn } from './join-in.js';
import { SendProblem } from './send-problem.js';
import { useResend } from './use-resend.js';

const ENDED = new Set<Thread['state']>(['closed', 'duplicate', 'archived', 'hidden']);

/** A quotation on its way into the answer; a new object each time. */
export interface Quoted {
  text: string;
}
interface AnswerFormProps {
  thread: Thread;
  me: NonNullable<Me['person']>;
  signedIn: boolean;
  quoted: Quoted | undefined;
}

/** The place to answer, under the answers. Its text lives as a draft until it is sent. */
export function AnswerForm({ thread, me, signedIn, quoted }: AnswerFormProps) {
  const { t } = useLingui();
  const key = `answer-${thread.id}`;
  const draft = useDraft(me.id, key);
  const { saver, written } = draft;
  const place = useRef<HTMLDivElement>(null);
  const set = (some: Partial<Written>) => saver.current?.change({ ...saver.current.state.written, title: '', ...some });
  const files = useFiles(keysOf(written.fields), (keys) =>
    set({ fields: { ...saver.current?.state.written.fields, files: keys.join(',') } }),
  );
  const send = useSend(posts.reply, {
    invalidates: [threads.read, threads.list],
    onDone: () => {
      saver.current?.finish();
      void notify({ message: thread.kind === 'question' ? t`Đã gửi câu trả lời.` : t`Đã gửi phản hồi.` });
    },
    onProblem: () => void saver.current?.save(),
  });
  const waits = useResend(send);
  const submit = async () => {
    await saver.current?.settle();
    const { text, fields } = written;
    if (text.trim() === '' || files.busy) return;
    send.mutate({ id: thread.id, text, files: keysOf(fields), draftKey: key, brief: fields['brief'] === '1' });
  };
  useEffect(() => {
    if (!quoted) return;
    const before = saver.current?.state.written.text.trimEnd() ?? '';
    const fields = saver.current?.state.written.fields ?? {};
    saver.current?.change({ title: '', text: `${before && `${before}\n\n`}${quoted.text}\n\n`, fields });
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.querySelector<HTMLElement>('[contenteditable], textarea')?.focus();
  }, [quoted, saver]);
  const closed = isProblem(send.error, 'thread-closed') || (!thread.can.answer && ENDED.has(thread.state));
  if (isEmpty(written) && !signedIn) return <JoinIn thread={thread} />;
  if (isEmpty(written) && !thread.can.answer) return null;
  const question = thread.kind === 'question';
  const label = question ? t`Viết câu trả lời` : t`Viết phản hồi`;
  const wrong = send.error?.fields[0]?.message;
  return (
    <Section title={label} aside={<DraftStatus draft={draft} />}>
      <div className="mcol" ref={place}>
        <div className="mnote">
          <b>{me.name}</b>
        </div>
        <div className="answer-form">
          {closed && (
            <Banner tone="due" live>
              <b>{question ? <Trans>Câu hỏi vừa được đóng.</Trans> : <Trans>Thảo luận vừa được đóng.</Trans>}</b>{' '}
              <Trans>Nội dung đã viết được giữ trong bản nháp.</Trans>
            </Banner>
          )}
          <DraftConflict draft={draft} />
          <Writing
            label={label}
            value={written.text}
            onChange={(text) => set({ text })}
            onSend={() => void submit()}
            placeholder={t`Nêu việc đơn vị đã làm, kết quả và căn cứ đang có hiệu lực.`}
            error={wrong}
          />
          <Attach
            files={files}
            insert={(markdown) => set({ text: `${written.text.trimEnd()}\n\n${markdown}\n\n`.trimStart() })}
          />
          {question && (
            <BriefChoice
              brief={written.fields['brief'] === '1'}
              onChange={(brief) => set({ fields: withBrief(written.fields, brief) })}
            />
          )}
          {!closed && !wrong && <SendProblem error={send.error} />}
          <div className="btns">
            <Button
              variant="filled"
              loading={send.isPending || waits}
              disabled={closed || draft.theirs !== undefined || files.busy}
              onClick={() => void submit()}
            >
              {question ? <Trans>Gửi câu trả lời</Trans> : <Trans>Gửi phản hồi</Trans>}
            </Button>
            {!isEmpty(written) && (
              <Button
                variant="subtle"
                onClick={() => {
                  void saver.current?.discard();
                  void notify({ message: t`Đã bỏ nháp.`, undo: { label: t`Hoàn tác`, run: () => set(written) } });
                }}
              >
                <Trans>Bỏ nháp</Trans>
              </Button>
            )}
            <span className="send-key">
              <KeyHint keys={['Ctrl Enter']}>
                <Trans>gửi</Trans>
              </KeyHint>
            </span>
          </div>
        </div>
      </div>
    </Section>
  );
}

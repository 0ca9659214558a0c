import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { NotFound, useHere, Waiting } from '../../components/problem-view.js';
import { paths, useId } from '../../lib/address.js';
import { pages, useSend } from '../../lib/query.js';
import { posts, threads } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { notify } from '../../ui/notify.js';
import { useDraft } from './drafts/use-draft.js';
import { keysOf, withBrief, type Written } from './drafts/written.js';
import { BriefChoice } from './brief-choice.js';
import { Attach } from './files/attach.js';
import { useFiles } from './files/use-files.js';
import { SendProblem } from './send-problem.js';
import { useResend } from './use-resend.js';
import './composer/composer.css';

function ReplyForm({ threadId, title, personId }: { threadId: number; title: string; personId: number }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const key = `answer-${threadId}`;
  const { saver, written } = useDraft(personId, key);
  const { fields } = written;
  const set = (some: Partial<Written>) => saver.current?.change({ ...saver.current.state.written, title: '', ...some });
  const files = useFiles(keysOf(fields), (keys) =>
    set({ fields: { ...saver.current?.state.written.fields, files: keys.join(',') } }),
  );
  const brief = fields['brief'] === '1';
  const [sent, setSent] = useState(false);
  const send = useSend(posts.reply, {
    invalidates: [threads.read, threads.list],
    onDone: () => {
      saver.current?.finish();
      setSent(true);
      void notify({ message: t`Đã gửi câu trả lời.` });
      void navigate({ to: paths.thread(threadId, title), replace: true });
    },
    onProblem: () => void saver.current?.save(),
  });
  const waits = useResend(send);
  const wrong = send.error?.fields[0]?.message;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void saver.current?.settle().then(() => {
          send.mutate({ id: threadId, text: written.text, files: keysOf(fields), draftKey: key, brief });
        });
      }}
    >
      <Textarea
        className="wide"
        label={t`Câu trả lời`}
        rows={8}
        autosize={false}
        value={written.text}
        error={wrong}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Attach files={files} bare />
      <BriefChoice brief={brief} onChange={(chosen) => set({ fields: withBrief(fields, chosen) })} />
      {!wrong && <SendProblem error={send.error} />}
      <div className="btns">
        <Button
          type="submit"
          variant="filled"
          loading={send.isPending || waits}
          disabled={written.text.trim() === '' || files.busy || sent}
        >
          <Trans>Gửi câu trả lời</Trans>
        </Button>
      </div>
    </form>
  );
}

function QuickReply({ id }: { id: number }) {
  const me = useMe().person;
  const here = useHere();
  const read = useInfiniteQuery(pages(threads.read, { id }, (page) => page.answers.next));
  const thread = read.data?.pages[0]?.thread;
  if (!thread) return <Waiting on={read} lines={5} />;
  return (
    <Page
      title={thread.title}
      beside={
        <Link to={paths.thread(id, thread.title)}>
          <Trans>Xem câu hỏi</Trans>
        </Link>
      }
    >
      {!me && (
        <ButtonLink variant="filled" to={paths.signInFrom(here)}>
          <Trans>Đăng nhập để trả lời</Trans>
        </ButtonLink>
      )}
      {me && thread.can.answer && <ReplyForm threadId={id} title={thread.title} personId={me.id} />}
      {me && !thread.can.answer && (
        <p className="soft">
          <Trans>Câu hỏi này không nhận câu trả lời nữa.</Trans>
        </p>
      )}
    </Page>
  );
}

/** What the letter's "Trả lời" opens (/tra-loi/$id): the question's title and one plain text box. Opening it does nothing. */
export function QuickReplyPage() {
  const id = useId();
  return id === 0 ? <NotFound /> : <QuickReply key={id} id={id} />;
}

import type { Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { later } from '../../components/later.js';
import { Page } from '../../components/page.js';
import { NotFound } from '../../components/problem-view.js';
import { paths, useId } from '../../lib/address.js';
import { pages } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import type { Quoted } from './answer-form.js';
import { AnswerList } from './answer-list.js';
import { Elsewhere, WayOn } from './elsewhere.js';
import { JoinIn } from './join-in.js';
import { QuestionBody } from './question-body.js';
import { SessionEnded } from './session-ended.js';
import { ThreadFacts } from './thread-facts.js';
import { ThreadNotices } from './thread-notices.js';
import { ThreadMeta } from './thread-meta.js';
import { useSteadyOrder } from './use-steady-order.js';
import { useAllAnswers } from './use-all-answers.js';
import { usePlaceInThread } from './use-place-in-thread.js';
import './thread.css';

const AnswerForm = later(async () => (await import('./answer-form.js')).AnswerForm);

function Crumb({ thread }: { thread: Thread }) {
  const { i18n } = useLingui();
  const topic = thread.topics[0];
  return (
    <>
      <Link to={paths.threads}>
        <Trans>Hỏi đáp</Trans>
      </Link>
      {topic && (
        <>
          {' / '}
          <Link to={paths.topic(topic.slug)}>{i18n.locale === 'en' ? topic.nameEn : topic.name}</Link>
        </>
      )}
    </>
  );
}

function OpenThread({ id }: { id: number }) {
  const read = useInfiniteQuery(pages(threads.read, { id }, (page) => page.answers.next));
  const { t } = useLingui();
  const [quoted, setQuoted] = useState<Quoted>();
  const quote = useCallback((text: string) => setQuoted({ text }), []);
  const me = useMe().person;
  // Whoever was writing when his session ended still sees his text, and why it is not sent.
  const [writer, setWriter] = useState(me);
  const [seen, setSeen] = useState<Thread>();
  if (me && me.id !== writer?.id) {
    setWriter(me);
    setSeen(undefined);
  }
  usePlaceInThread(id, read);
  useAllAnswers(read);
  const answers = useSteadyOrder(read.data?.pages.flatMap((page) => page.answers.items) ?? []);
  const thread = read.data?.pages[0]?.thread;
  // The end of a session takes a members' thread away, but not the form in which somebody writes under it.
  if (thread && thread !== seen) setSeen(thread);
  const kept = thread ?? (writer && !read.error ? seen : undefined) ?? (writer && !me ? seen : undefined);
  if (!kept) return <Elsewhere id={id} read={read} />;
  const title = thread || me ? kept.title : t`Phiên đăng nhập đã kết thúc`;
  return (
    // Always with its rail: a page of another shape would begin the form anew.
    <Page title={title} crumb={<Crumb thread={kept} />} facts={thread ? <ThreadFacts thread={thread} /> : <></>}>
      {thread && (
        <>
          <WayOn thread={thread} />
          <ThreadMeta thread={thread} />
          <ThreadNotices thread={thread} answers={answers} />
          <QuestionBody thread={thread} />
          <AnswerList thread={thread} answers={answers} list={read} quote={quote} />
        </>
      )}
      {!thread && !me && <SessionEnded />}
      {writer ? (
        <AnswerForm key={writer.id} thread={kept} me={writer} signedIn={me !== null} quoted={quoted} />
      ) : (
        <JoinIn thread={kept} />
      )}
    </Page>
  );
}

/** A question or discussion with its answers (/hoi-dap/$id). */
export function ThreadPage() {
  const id = useId();
  return id === 0 ? <NotFound /> : <OpenThread key={id} id={id} />;
}

import type { Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemLine } from '../../components/problem-view.js';
import { TwoTexts } from '../../components/two-texts.js';
import { useContractForm } from '../../lib/contract-form.js';
import { query } from '../../lib/query.js';
import { posts, threads } from '../../lib/routes.js';
import { Skeleton } from '../../ui/skeleton.js';
import { contextOf, typedDay } from './asked.js';
import { Attach } from './files/attach.js';
import { useFiles } from './files/use-files.js';
import { SendProblem } from './send-problem.js';
import { currentOf, type Current } from './stale.js';
import { ThreadFields } from './thread-fields.js';
import { useResend } from './use-resend.js';
import './ask.css';

interface EditThreadProps {
  thread: Thread;
  close: () => void;
}

/** Changes one's own question: title, text, topics and what was added to it. */
export function EditThread({ thread, close }: EditThreadProps) {
  const { t } = useLingui();
  const source = useQuery({ ...query(posts.source, { id: thread.id }), gcTime: 0, staleTime: 0 });
  // The form stays with the text it was opened on, whatever happens to the thread meanwhile: saving tells of a change.
  const [opened, setOpened] = useState<Current>();
  if (!opened && source.data && !source.isFetching) {
    const { version, text, title } = source.data;
    setOpened({ version, text, title: title ?? thread.title });
  }
  if (opened) return <EditForm thread={thread} close={close} source={opened} />;
  return source.error ? <ProblemLine error={source.error} /> : <Skeleton label={t`Đang tải`} />;
}

function EditForm({ thread, close, source }: EditThreadProps & { source: Current }) {
  const [version, setVersion] = useState(source.version);
  const [theirs, setTheirs] = useState<Current>();
  const { system, legalBasis, tried, needBy } = thread.context;
  const { form, submit, check, send } = useContractForm(threads.edit, {
    initialValues: {
      title: source.title ?? '',
      text: source.text,
      topicIds: thread.topics.map(({ id }) => String(id)),
      files: thread.files.map(({ key }) => key),
      context: { system, legalBasis, tried, needBy: typedDay(needBy) },
    },
    input: (values) => ({
      id: thread.id,
      title: values.title,
      text: values.text,
      topicIds: values.topicIds.map(Number),
      files: values.files,
      context: contextOf(values.context),
    }),
    ifMatch: version,
    invalidates: [threads.read, threads.list],
    onDone: close,
    onProblem: (problem) => setTheirs(currentOf(problem)),
  });
  const files = useFiles(form.values.files, (keys) => form.setFieldValue('files', keys), thread.files);
  const waits = useResend(send);
  const settle = (chosen: { title?: string; text: string }) => {
    if (theirs) setVersion(theirs.version);
    form.setFieldValue('text', chosen.text);
    if (chosen.title !== undefined) form.setFieldValue('title', chosen.title);
    setTheirs(undefined);
    send.reset();
  };
  const { title, text } = form.values;
  const quick = async () => {
    const wanted = await check(form.values);
    if (wanted) send.mutate(wanted);
  };
  return (
    <form className="edit-thread ask-fields" onSubmit={submit} noValidate>
      {theirs && (
        <TwoTexts
          why={<Trans>Nội dung đã được sửa ở nơi khác. Chọn nội dung giữ lại, rồi lưu.</Trans>}
          mine={{ title, text }}
          theirs={theirs}
          keepMine={() => settle({ title, text })}
          takeTheirs={() => settle(theirs)}
        />
      )}
      <ThreadFields
        form={form}
        onSend={() => void quick()}
        files={
          <Attach
            files={files}
            insert={(markdown) => form.setFieldValue('text', `${form.values.text.trimEnd()}\n\n${markdown}\n\n`)}
          />
        }
      />
      {!theirs && <SendProblem error={send.error?.fields.length === 0 ? send.error : null} />}
      <div className="btns">
        <Button
          type="submit"
          variant="filled"
          loading={send.isPending || waits}
          disabled={theirs !== undefined || files.busy}
        >
          <Trans>Lưu</Trans>
        </Button>
        <Button variant="subtle" onClick={close}>
          <Trans>Bỏ qua</Trans>
        </Button>
      </div>
    </form>
  );
}

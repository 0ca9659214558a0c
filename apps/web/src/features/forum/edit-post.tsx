import type { File } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemLine } from '../../components/problem-view.js';
import { TwoTexts } from '../../components/two-texts.js';
import { query, useSend } from '../../lib/query.js';
import { posts, threads } from '../../lib/routes.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Writing } from './composer/writing.js';
import { BriefChoice } from './brief-choice.js';
import { Attach } from './files/attach.js';
import { useFiles } from './files/use-files.js';
import { SendProblem } from './send-problem.js';
import { currentOf, type Current } from './stale.js';
import { useResend } from './use-resend.js';

interface EditPostProps {
  /** Its files; a comment has none. */
  post: { id: number; files?: readonly File[]; brief?: boolean; can?: { edit: boolean; wiki?: boolean } };
  kind: 'answer' | 'comment';
  close: () => void;
}

/** Changes one's own answer or comment; a text changed elsewhere meanwhile is shown beside it. */
export function EditPost(props: EditPostProps) {
  const { t } = useLingui();
  const source = useQuery({ ...query(posts.source, { id: props.post.id }), gcTime: 0, staleTime: 0 });
  if (source.error) return <ProblemLine error={source.error} />;
  if (!source.data || source.isFetching) return <Skeleton label={t`Đang tải`} />;
  return <EditForm {...props} source={source.data} />;
}

function EditForm({
  post,
  kind,
  close,
  source,
}: EditPostProps & { source: Current | { version: number; text: string } }) {
  const { t } = useLingui();
  const [text, setText] = useState(source.text);
  const [version, setVersion] = useState(source.version);
  const [theirs, setTheirs] = useState<Current>();
  const send = useSend(posts.editPost, {
    ifMatch: version,
    invalidates: [threads.read],
    onDone: close,
    onProblem: (problem) => setTheirs(currentOf(problem)),
  });
  const waits = useResend(send);
  const [keys, setKeys] = useState(() => (post.files ?? []).map(({ key }) => key));
  const files = useFiles(keys, setKeys, post.files);
  const [brief, setBrief] = useState(post.brief === true);
  const answer = kind === 'answer';
  // That more follows is for its author to say, who alone opens it to others.
  const follows = post.brief === true && post.can?.wiki === true;
  const save = () => send.mutate({ id: post.id, text, ...(answer && { files: keys }), ...(follows && { brief }) });
  const settle = (chosen: string) => {
    if (theirs) setVersion(theirs.version);
    setText(chosen);
    setTheirs(undefined);
    send.reset();
  };
  const label = kind === 'answer' ? t`Sửa câu trả lời` : t`Sửa góp ý`;
  const wrong = send.error?.fields[0]?.message;
  return (
    <div className="edit-post">
      {theirs && (
        <TwoTexts
          why={<Trans>Nội dung đã được sửa ở nơi khác. Chọn nội dung giữ lại, rồi lưu.</Trans>}
          mine={{ text }}
          theirs={theirs}
          keepMine={() => settle(text)}
          takeTheirs={() => settle(theirs.text)}
        />
      )}
      <Writing
        label={label}
        value={text}
        onChange={setText}
        onSend={save}
        error={wrong}
        brief={!answer}
        eager
        focused
      />
      {answer && (
        <Attach files={files} insert={(markdown) => setText((before) => `${before.trimEnd()}\n\n${markdown}\n\n`)} />
      )}
      {follows && <BriefChoice brief={brief} onChange={setBrief} />}
      {!theirs && !wrong && <SendProblem error={send.error} />}
      <div className="btns">
        <Button
          size="xs"
          variant="filled"
          loading={send.isPending || waits}
          disabled={theirs !== undefined || files.busy}
          onClick={save}
        >
          <Trans>Lưu</Trans>
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          <Trans>Bỏ qua</Trans>
        </Button>
      </div>
    </div>
  );
}

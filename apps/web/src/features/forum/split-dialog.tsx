import type { Answer, Thread } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { DialogForm } from '../../components/dialog-form.js';
import { paths } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { pages } from '../../lib/query.js';
import { arranging, threads } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';

const EXCERPT = 120;

/** The first words of an answer, as plain text. */
function beginning({ html }: Answer): string {
  const text = new DOMParser().parseFromString(html, 'text/html').body.textContent.replace(/\s+/gu, ' ').trim();
  if (text.length <= EXCERPT) return text;
  const end = text.lastIndexOf(' ', EXCERPT);
  return `${text.slice(0, end > 0 ? end : EXCERPT)}…`;
}

/** Takes chosen answers out into a question or discussion of their own; the earliest opens it. */
export function SplitDialog({ thread, close }: { thread: Thread; close: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  // The page has them already.
  const read = useInfiniteQuery(pages(threads.read, { id: thread.id }, (page) => page.answers.next));
  const answers = read.data?.pages.flatMap((page) => page.answers.items).filter((answer) => !answer.deleted) ?? [];
  const { form, submit, send } = useContractForm(arranging.split, {
    initialValues: { kind: 'question', title: '', answerIds: [] as string[] },
    input: ({ kind, title, answerIds }) => ({
      id: thread.id,
      kind: kind as Thread['kind'],
      title,
      answerIds: answerIds.map(Number),
    }),
    invalidates: [threads.read, threads.list],
    onDone: ({ id }, { title }) => {
      close();
      void notify({ message: t`Đã tách.` });
      void navigate({ to: paths.thread(id, title) });
    },
  });
  return (
    <DialogForm
      title={t`Tách câu trả lời`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Tách</Trans>}
      disabled={form.values.answerIds.length === 0}
    >
      <Checkbox.Group
        label={t`Câu trả lời được tách`}
        description={t`Góp ý và tệp đi cùng; câu trả lời sớm nhất mở đầu mục mới.`}
        {...form.getInputProps('answerIds')}
      >
        <div className="choices picker">
          {answers.map((answer) => (
            <Checkbox
              key={answer.id}
              value={String(answer.id)}
              label={answer.author.name ?? answer.author.title}
              description={beginning(answer)}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Radio.Group label={t`Mục mới là`} {...form.getInputProps('kind')}>
        <div className="choices">
          <Radio value="question" label={t`Câu hỏi`} />
          <Radio value="discussion" label={t`Thảo luận`} />
        </div>
      </Radio.Group>
      <TextInput label={t`Tiêu đề`} autoComplete="off" maxLength={200} {...form.getInputProps('title')} />
    </DialogForm>
  );
}

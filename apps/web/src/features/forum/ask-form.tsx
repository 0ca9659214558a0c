import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { paths, useFilters } from '../../lib/address.js';
import { useContractForm } from '../../lib/contract-form.js';
import { showFirstWrong } from '../../lib/first-wrong.js';
import { threads } from '../../lib/routes.js';
import { KeyHint } from '../../ui/key-hint.js';
import { notify } from '../../ui/notify.js';
import { AskedAudience } from './asked-audience.js';
import { contextOf, EMPTY, type Kind } from './asked.js';
import { Attach } from './files/attach.js';
import { useFiles } from './files/use-files.js';
import { DraftConflict } from './drafts/draft-conflict.js';
import { DraftStatus } from './drafts/draft-status.js';
import { isEmpty } from './drafts/written.js';
import { SendProblem } from './send-problem.js';
import { SimilarThreads, useSimilar } from './similar-threads.js';
import { ThreadFields } from './thread-fields.js';
import { useAskedDraft } from './use-asked-draft.js';
import { useAudiences } from './use-audiences.js';
import { useResend } from './use-resend.js';

/** One page: title, text, topic, who may see it; everything else may stay empty. */
export function AskForm({ kind, personId }: { kind: Kind; personId: number }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters();
  // A search that found nothing hands its words over once; after that they live in the draft.
  const [asked] = useState(() => ({ ...EMPTY, title: filters['title']?.slice(0, 200) ?? '' }));
  useEffect(() => {
    if (filters['title'] !== undefined) setFilters({ title: undefined }, { replace: true });
  }, [filters, setFilters]);
  const { form, check, send } = useContractForm(threads.ask, {
    initialValues: asked,
    input: ({ title, text, topicIds, unnamed, context, files: keys }) => ({
      kind,
      title,
      text,
      topicIds: topicIds.map(Number),
      spaceId: Number(audiences.spaceId),
      unnamed: kind === 'question' && unnamed,
      context: contextOf(context),
      files: keys,
      draftKey: 'ask',
    }),
    invalidates: [threads.list],
    onDone: ({ id }, { title }) => {
      draft.saver.current?.finish();
      void notify({ message: kind === 'question' ? t`Đã đăng câu hỏi.` : t`Đã mở thảo luận.` });
      void navigate({ to: paths.thread(id, title) });
    },
  });
  const draft = useAskedDraft(form, personId, kind);
  const audiences = useAudiences(form.values.spaceId);
  const files = useFiles(form.values.files, (keys) => form.setFieldValue('files', keys));
  const similar = useSimilar(form.values.title);
  const waits = useResend(send);
  const submit = async () => {
    const wanted = await check(form.values);
    if (!wanted) {
      showFirstWrong(document.querySelector('.ask-form'));
      return;
    }
    await draft.saver.current?.settle();
    send.mutate(wanted);
  };
  const discard = () => {
    const before = form.values;
    form.setValues(EMPTY);
    void draft.saver.current?.discard();
    void notify({ message: t`Đã bỏ nháp.`, undo: { label: t`Hoàn tác`, run: () => form.setValues(before) } });
  };
  return (
    <form
      className="ask-form ask-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DraftConflict draft={draft} />
      <ThreadFields
        form={form}
        onSend={() => void submit()}
        titleHint={
          kind === 'question' ? t`Một câu hỏi đủ ý, từ 10 ký tự.` : t`Nội dung thảo luận trong một câu, từ 10 ký tự.`
        }
        underTitle={<SimilarThreads items={similar.items} />}
        placeholder={t`Tình huống, điều đang vướng và câu trả lời cần có.`}
        proposed={similar.topics.map(({ id }) => id)}
        files={
          <Attach
            files={files}
            insert={(markdown) =>
              form.setFieldValue('text', `${form.values.text.trimEnd()}\n\n${markdown}\n\n`.trimStart())
            }
          />
        }
        audience={<AskedAudience form={form} files={files} audiences={audiences} ready={draft.ready} />}
      />
      {kind === 'question' && (
        <Checkbox
          label={t`Ẩn tên và đơn vị`}
          description={t`Người đọc chỉ thấy cấp công tác, như “Một thành viên cấp tỉnh”. Điều hành viên vẫn biết ai hỏi.`}
          checked={form.values.unnamed}
          onChange={(event) => form.setFieldValue('unnamed', event.currentTarget.checked)}
        />
      )}
      <SendProblem error={send.error?.fields.length === 0 ? send.error : null} />
      <div className="btns">
        <Button
          type="submit"
          variant="filled"
          loading={send.isPending || waits}
          disabled={draft.theirs !== undefined || files.busy}
        >
          {kind === 'question' ? <Trans>Đăng câu hỏi</Trans> : <Trans>Mở thảo luận</Trans>}
        </Button>
        {!isEmpty(draft.written) && (
          <Button variant="subtle" onClick={discard}>
            <Trans>Bỏ nháp</Trans>
          </Button>
        )}
        <span className="send-key">
          <DraftStatus draft={draft} />{' '}
          <KeyHint keys={['Ctrl Enter']}>
            <Trans>đăng</Trans>
          </KeyHint>
        </span>
      </div>
    </form>
  );
}

import type { Answer } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DialogForm } from '../../components/dialog-form.js';
import { PersonChip } from '../../components/person-chip.js';
import { Time } from '../../components/time.js';
import { useContractForm } from '../../lib/contract-form.js';
import { query } from '../../lib/query.js';
import { home, threads, truth } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { StateWord } from '../../ui/state-word.js';

/** What others said before, newest first. */
function Sayings({ id }: { id: number }) {
  const said = useQuery({ ...query(truth.sayings, { id }), staleTime: 0 }).data?.items ?? [];
  if (said.length === 0) return null;
  return (
    <section className="sayings">
      <h3 className="small">
        <Trans>Các đơn vị đã báo</Trans>
      </h3>
      <ul>
        {said.map(({ by, still, reason, at, cleared }) => (
          <li key={`${by.personId}-${at}`}>
            <div className="meta">
              {still ? (
                <StateWord tone="ok" icon="check">
                  <Trans>Còn đúng</Trans>
                </StateWord>
              ) : (
                <StateWord tone={cleared ? 'off' : 'due'} icon="half">
                  <Trans>Không còn đúng</Trans>
                </StateWord>
              )}
              {cleared && !still && (
                <span>
                  <Trans>chuyên gia chủ đề đã xem lại</Trans>
                </span>
              )}
              <PersonChip by={by} />
              <Time at={at} />
            </div>
            {reason && <p className="small lines">{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Còn đúng không?": one word, and why; the latest one counts. */
export function StillTrueDialog({ answer, close }: { answer: Answer; close: () => void }) {
  const { t } = useLingui();
  const { id, stillTrue } = answer;
  const { form, submit, send } = useContractForm(truth.say, {
    initialValues: { still: stillTrue.mine === null ? '' : stillTrue.mine ? 'yes' : 'no', reason: '' },
    input: ({ still, reason }) => ({ id, still: still === 'yes', reason }),
    invalidates: [threads.read, truth.sayings, truth.doubted, home.home],
    onDone: () => {
      close();
      void notify({ message: t`Đã ghi nhận. Cảm ơn đã cho biết.` });
    },
  });
  return (
    <DialogForm
      title={t`Câu trả lời này còn đúng không?`}
      close={close}
      submit={submit}
      send={send}
      act={<Trans>Gửi</Trans>}
      disabled={form.values.still === ''}
    >
      <Radio.Group label={t`Theo thực tế hiện nay`} {...form.getInputProps('still')}>
        <div className="choices">
          <Radio value="yes" label={t`Còn đúng`} data-autofocus />
          <Radio value="no" label={t`Không còn đúng`} />
        </div>
      </Radio.Group>
      <Textarea
        label={t`Lý do`}
        description={t`Cần ghi khi không còn đúng: văn bản đã thay, biểu mẫu đã đổi, cách làm không còn dùng được. Người đọc thấy lý do, tên và đơn vị.`}
        autosize={false}
        rows={3}
        {...form.getInputProps('reason')}
      />
      <Sayings id={id} />
    </DialogForm>
  );
}

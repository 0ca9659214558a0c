import type { appointments as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNameOf } from '../../components/organisation-link.js';
import { FormProblem } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { query } from '../../lib/query.js';
import { appointments, people, topics } from '../../lib/routes.js';
import { notify } from '../../ui/notify.js';
import { Section } from '../../ui/section.js';

/** The topics that somebody is an expert of. */
export function ExpertTopics({ named: { id, expertOf, version } }: { named: Result<typeof contract.read> }) {
  const { t } = useLingui();
  const nameOf = useNameOf();
  const every = useQuery(query(topics.list, {})).data?.items ?? [];
  const { form, submit, send } = useContractForm(appointments.setExpert, {
    initialValues: { topicIds: expertOf.map((topic) => String(topic.id)) },
    input: ({ topicIds }) => ({ id, topicIds: topicIds.map(Number) }),
    ifMatch: version,
    invalidates: [appointments.read, appointments.list, people.read, topics.read],
    onDone: () => void notify({ message: t`Đã lưu chuyên gia chủ đề.` }),
  });
  return (
    <Section title={<Trans>Chuyên gia chủ đề</Trans>} hint={<Trans>chọn câu trả lời sau 14 ngày trong chủ đề</Trans>}>
      <form className="fields" onSubmit={submit} noValidate>
        <Checkbox.Group label={t`Chủ đề`} {...form.getInputProps('topicIds')}>
          <div className="picks">
            {every.map((topic) => (
              <Checkbox key={topic.id} value={String(topic.id)} label={nameOf(topic)} />
            ))}
          </div>
        </Checkbox.Group>
        <FormProblem error={send.error} />
        <div className="btns">
          <Button type="submit" disabled={!form.isDirty()} loading={send.isPending}>
            <Trans>Lưu chủ đề</Trans>
          </Button>
        </div>
      </form>
    </Section>
  );
}

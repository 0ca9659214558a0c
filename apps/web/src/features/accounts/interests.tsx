import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormProblem, Waiting } from '../../components/problem-view.js';
import { useContractForm } from '../../lib/contract-form.js';
import { query, useSend } from '../../lib/query.js';
import { people, topics } from '../../lib/routes.js';
import { Row, Rows } from '../../ui/rows.js';

/** Interests of one's organisation, declared once for a topic. */
export function Interests() {
  const { t, i18n } = useLingui();
  const all = useQuery(query(topics.list, {}));
  const own = useQuery(query(people.interests, {}));
  const invalidates = [people.interests, people.read];
  const withdraw = useSend(people.withdrawInterest, { invalidates });
  const { form, submit, send } = useContractForm(people.declareInterest, {
    initialValues: { topicId: null as string | null, text: '' },
    input: ({ topicId, text }) => ({ topicId: Number(topicId), text }),
    invalidates,
    onDone: () => form.reset(),
  });
  if (!own.data || !all.data) return <Waiting on={own.data ? all : own} lines={2} />;
  const named = (id: number) => {
    const topic = all.data.items.find((one) => one.id === id);
    return (i18n.locale === 'en' ? topic?.nameEn : topic?.name) ?? '';
  };
  const error = send.error ?? withdraw.error;
  return (
    <>
      <p className="small soft above-fields">
        <Trans>Nhãn “Đơn vị có liên quan” đứng cạnh tên trong mỗi bài viết sau đó thuộc chủ đề.</Trans>
      </p>
      {own.data.items.length > 0 && (
        <Rows label={t`Quan hệ lợi ích đã nêu`}>
          {own.data.items.map(({ topicId, text }) => (
            <Row
              key={topicId}
              act={
                <Button size="xs" aria-label={t`Rút ${named(topicId)}`} onClick={() => withdraw.mutate({ topicId })}>
                  <Trans>Rút</Trans>
                </Button>
              }
            >
              <span className="ttl">{named(topicId)}</span>
              <div className="meta">
                <span>{text}</span>
              </div>
            </Row>
          ))}
        </Rows>
      )}
      <form className="fields" onSubmit={submit} noValidate>
        <Select
          label={t`Chủ đề`}
          data={all.data.items.map(({ id }) => ({ value: String(id), label: named(id) }))}
          {...form.getInputProps('topicId')}
        />
        <TextInput
          label={t`Quan hệ lợi ích`}
          description={t`Ví dụ: đơn vị cung cấp dịch vụ thuộc chủ đề này.`}
          autoComplete="off"
          {...form.getInputProps('text')}
        />
        <FormProblem error={error} />
        <div className="btns">
          <Button type="submit" loading={send.isPending} disabled={form.values.topicId === null}>
            <Trans>Nêu quan hệ lợi ích</Trans>
          </Button>
        </div>
      </form>
    </>
  );
}

import type { registers as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { useNameOf } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { NotFound, ProblemLine, Waiting } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { query, useSend } from '../../lib/query.js';
import { registers, topics } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';

export type KeptTopic = Result<typeof contract.topics>['items'][number];

const TopicDialog = later(async () => (await import('./topic-dialog.js')).TopicDialog);
const invalidates = [registers.topics, topics.list, topics.read];

/** The same list with the topic at `at` one place up or down. */
const moved = (ids: readonly number[], at: number, by: 1 | -1): number[] => {
  const next = [...ids];
  [next[at], next[at + by]] = [ids[at + by]!, ids[at]!];
  return next;
};

interface TopicRowProps {
  topic: KeptTopic;
  edit: () => void;
  /** Moves it; undefined where it stands at that end. */
  up?: (() => void) | undefined;
  down?: (() => void) | undefined;
}

function TopicRow({ topic, edit, up, down }: TopicRowProps) {
  const name = useNameOf()(topic);
  const retire = useSend(registers.retireTopic, { ifMatch: topic.version, invalidates });
  const hidden = <span className="vh">: {name}</span>;
  return (
    <Row
      act={
        <>
          {!topic.retired && (
            <>
              <Button size="xs" variant="subtle" disabled={!up} onClick={up}>
                <Trans>Lên</Trans>
                {hidden}
              </Button>
              <Button size="xs" variant="subtle" disabled={!down} onClick={down}>
                <Trans>Xuống</Trans>
                {hidden}
              </Button>
              <Button size="xs" onClick={edit}>
                <Trans>Sửa</Trans>
                {hidden}
              </Button>
            </>
          )}
          <Button
            size="xs"
            variant="subtle"
            loading={retire.isPending}
            onClick={() => retire.mutate({ id: topic.id, retired: !topic.retired })}
          >
            {topic.retired ? <Trans>Dùng lại</Trans> : <Trans>Thôi dùng chủ đề</Trans>}
            {hidden}
          </Button>
        </>
      }
    >
      <Link className="ttl" data-open to={paths.topic(topic.slug)}>
        {name}
      </Link>
      <div className="meta">
        <span>{topic.nameEn === name ? topic.name : topic.nameEn}</span>
        <span>
          <Plural value={topic.threads} other="# câu hỏi, thảo luận" />
        </span>
      </div>
      <ProblemLine error={retire.error} />
    </Row>
  );
}

/** The topics as administrators keep them (/quan-tri/chu-de): names, order, and which can be chosen. */
export function KeptTopicsPage() {
  const { t } = useLingui();
  const [edited, setEdited] = useState<KeptTopic | 'new' | null>(null);
  const answer = useQuery({ ...query(registers.topics, {}), enabled: useCan('administer') });
  const order = useSend(registers.orderTopics, { ifMatch: answer.data?.order ?? 0, invalidates });
  if (!useCan('administer')) return <NotFound />;
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const used = answer.data.items.filter(({ retired }) => !retired);
  const retired = answer.data.items.filter((topic) => topic.retired);
  const ids = used.map(({ id }) => id);
  const move = (at: number, by: 1 | -1) =>
    at + by < 0 || at + by >= ids.length || order.isPending
      ? undefined
      : () => order.mutate({ ids: moved(ids, at, by) });
  return (
    <Page
      title={t`Danh mục chủ đề`}
      lede={
        <Trans>Câu hỏi chọn một đến ba chủ đề theo thứ tự này. Chủ đề thôi dùng vẫn ở lại với câu hỏi đã có.</Trans>
      }
    >
      <div className="btns">
        <Button variant="filled" onClick={() => setEdited('new')}>
          <Trans>Thêm chủ đề</Trans>
        </Button>
      </div>
      <ProblemLine error={order.error} />
      <Section title={<Trans>Đang dùng</Trans>}>
        <Rows label={t`Đang dùng`}>
          {used.map((topic, at) => (
            <TopicRow key={topic.id} topic={topic} edit={() => setEdited(topic)} up={move(at, -1)} down={move(at, 1)} />
          ))}
        </Rows>
      </Section>
      {retired.length > 0 && (
        <Section title={<Trans>Thôi dùng</Trans>}>
          <Rows label={t`Thôi dùng`}>
            {retired.map((topic) => (
              <TopicRow key={topic.id} topic={topic} edit={() => setEdited(topic)} />
            ))}
          </Rows>
        </Section>
      )}
      {edited && <TopicDialog topic={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </Page>
  );
}

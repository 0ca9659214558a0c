import type { Thread } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { audienceWord } from '../../components/audience-word.js';
import { Time } from '../../components/time.js';
import { TopicLinks } from '../../components/topic-links.js';
import { paths } from '../../lib/address.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { search } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Facts } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { AnswerCount } from '../../components/answer-count.js';
import { ThreadLinks } from './thread-links.js';
import { Invited } from './invited.js';
import { WatchChoice } from './watch-choice.js';

function Related({ thread }: { thread: Thread }) {
  const member = useMe().person !== null;
  const found = useQuery({ ...query(search.similar, { title: thread.title }), enabled: member, staleTime: 300_000 });
  const others = found.data?.items.filter(({ id }) => id !== thread.id) ?? [];
  if (others.length === 0) return null;
  return (
    <Section title={<Trans>Liên quan</Trans>}>
      <ul className="list">
        {others.map(({ id, title, answers, accepted }) => (
          <li key={id}>
            <Link to={paths.thread(id, title)}>{title}</Link>
            <div className="soft">
              <AnswerCount thread={{ kind: 'question', answers, accepted }} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The rail: topics, audience, dates, who follows, what is like it. */
export function ThreadFacts({ thread }: { thread: Thread }) {
  const format = useFormat();
  const { topics, audience, createdAt, activeAt, people, watchers, can } = thread;
  return (
    <>
      <Section title={<Trans>Thông tin</Trans>}>
        <Facts
          items={[
            [<Trans key="topics">Chủ đề</Trans>, topics.length > 0 && <TopicLinks topics={topics} />],
            [<Trans key="audience">Ai xem được</Trans>, audienceWord(audience)],
            [<Trans key="asked">Ngày hỏi</Trans>, format.date(createdAt)],
            [<Trans key="active">Hoạt động</Trans>, <Time key="time" at={activeAt} />],
            [<Trans key="people">Người tham gia</Trans>, <Plural key="count" value={people} other="# người" />],
          ]}
        />
      </Section>
      <ThreadLinks related={thread.related} />
      <Invited thread={thread} />
      <Section title={<Trans>Theo dõi</Trans>}>
        <p className="small soft watchers">
          <Plural value={watchers} other="# người theo dõi" />
        </p>
        {can.watch && <WatchChoice thread={thread} />}
      </Section>
      <Related thread={thread} />
    </>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { ThreadList } from '../../components/thread-list.js';
import { WatchTopic } from '../../components/watch-all.js';
import { inAddress, paths, useParam } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { topics } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { Banner } from '../../ui/banner.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Section } from '../../ui/section.js';
import { Doubted } from './doubted.js';
import { TopicExperts } from './topic-experts.js';
import './topics.css';

/** One topic (/chu-de/$slug): the words it comes from, who knows it, what was asked. */
export function TopicPage() {
  const { i18n } = useLingui();
  const nameOf = useNameOf();
  const mayAsk = useCan('ask');
  const answer = useQuery(query(topics.read, { slug: useParam('slug') }));
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const topic = answer.data;
  return (
    <Page
      crumb={
        <Link to={paths.topics}>
          <Trans context="danh mục">Chủ đề</Trans>
        </Link>
      }
      title={nameOf(topic)}
      lede={i18n.locale === 'en' && topic.descriptionEn ? topic.descriptionEn : topic.description}
      facts={
        <>
          <TopicExperts experts={topic.experts} />
          <WatchTopic topic={topic} />
        </>
      }
    >
      {topic.retired && (
        <Banner tone="due">
          <Trans>Chủ đề này thôi dùng: câu hỏi mới không chọn được, câu hỏi đã có vẫn ở đây.</Trans>
        </Banner>
      )}
      {topic.quote && (
        <figure className="founding">
          <blockquote lang="vi">“{topic.quote}”</blockquote>
          <figcaption>
            <Trans>Bài khai giảng chương trình đào tạo 100 chuyên gia Chính phủ điện tử, 11/06/2020</Trans>
          </figcaption>
        </figure>
      )}
      <Doubted slug={topic.slug} />
      <Section
        title={<Trans>Câu hỏi và thảo luận</Trans>}
        hint={
          topic.unanswered > 0 && (
            <Link to={paths.unanswered} search={inAddress({ topic: String(topic.id) })}>
              <Plural value={topic.unanswered} other="# câu hỏi chưa có câu trả lời" />
            </Link>
          )
        }
        aside={
          <Link to={paths.threads} search={inAddress({ topic: String(topic.id) })}>
            <Trans>Lọc, sắp xếp</Trans>
          </Link>
        }
      >
        <ThreadList
          filters={{ topic: topic.id }}
          empty={
            <EmptyState
              title={<Trans>Chưa có câu hỏi nào về chủ đề này</Trans>}
              action={
                mayAsk && (
                  <ButtonLink to={paths.ask}>
                    <Trans>Đặt câu hỏi</Trans>
                  </ButtonLink>
                )
              }
            >
              <Trans>Câu hỏi chọn chủ đề này hiện ở đây.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </Page>
  );
}

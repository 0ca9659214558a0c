import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNameOf } from '../../components/organisation-link.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/problem-view.js';
import { inAddress, paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { topics } from '../../lib/routes.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Row, Rows } from '../../ui/rows.js';
import './topics.css';

/** The topics of the network (/chu-de). */
export function TopicsPage() {
  const { t, i18n } = useLingui();
  const nameOf = useNameOf();
  const answer = useQuery(query(topics.list, {}));
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const { items } = answer.data;
  return (
    <Page
      title={t({ message: 'Chủ đề', context: 'danh mục' })}
      lede={
        <Trans>
          Mỗi câu hỏi thuộc một đến ba chủ đề; chuyên gia chủ đề và người có thể trả lời nhận được câu hỏi mới.
        </Trans>
      }
    >
      {items.length === 0 && (
        <EmptyState title={<Trans>Chưa có chủ đề nào</Trans>}>
          <Trans>Quản trị viên đặt danh mục chủ đề khi thiết lập mạng lưới.</Trans>
        </EmptyState>
      )}
      {items.length > 0 && (
        <Rows label={t`Chủ đề`}>
          {items.map((topic) => (
            <Row
              key={topic.id}
              act={
                <span className="topic-counts">
                  <Plural value={topic.threads} other="# câu hỏi, thảo luận" />
                  {topic.unanswered > 0 && (
                    <Link to={paths.unanswered} search={inAddress({ topic: String(topic.id) })}>
                      <Plural value={topic.unanswered} other="# chưa trả lời" />
                    </Link>
                  )}
                </span>
              }
            >
              <Link className="ttl" data-open to={paths.topic(topic.slug)}>
                {nameOf(topic)}
              </Link>
              <p className="small soft measure">
                {i18n.locale === 'en' && topic.descriptionEn ? topic.descriptionEn : topic.description}
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </Page>
  );
}

import type { people as contract, Result } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Time } from '../../components/time.js';
import { inAddress, paths } from '../../lib/address.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { StateWord } from '../../ui/state-word.js';

type Person = Result<typeof contract.read>;

function Kind({ kind, threadKind }: Pick<Person['recent'][number], 'kind' | 'threadKind'>) {
  if (kind === 'question') return <Trans>Câu hỏi</Trans>;
  if (kind === 'discussion') return <Trans>Thảo luận</Trans>;
  if (kind === 'comment') return <Trans>Góp ý</Trans>;
  if (threadKind === 'discussion') return <Trans context="một bài">Phản hồi</Trans>;
  return <Trans context="một bài">Câu trả lời</Trans>;
}

/** What he wrote lately, as the reader may see it. */
export function Written({ person: { id, recent, counts } }: { person: Person }) {
  const { t } = useLingui();
  return (
    <Section
      title={<Trans>Bài gần đây</Trans>}
      aside={
        counts.questions > 0 && (
          <Link to={paths.threads} search={inAddress({ author: String(id) })}>
            <Trans>Mọi câu hỏi đã đặt</Trans>
          </Link>
        )
      }
    >
      {recent.length === 0 ? (
        <p className="soft">
          <Trans>Chưa có bài nào đọc được ở đây.</Trans>
        </p>
      ) : (
        <Rows label={t`Bài gần đây`}>
          {recent.map((post) => (
            <Row
              key={post.id}
              kind={<Kind kind={post.kind} threadKind={post.threadKind} />}
              act={
                post.accepted && (
                  <StateWord tone="ok" icon="checkRing">
                    <Trans>Được chọn</Trans>
                  </StateWord>
                )
              }
            >
              <Link
                className="ttl"
                data-open
                to={paths.thread(post.threadId, post.title)}
                {...(post.id !== post.threadId && { hash: `bai-${post.id}` })}
              >
                {post.title}
              </Link>
              <p className="small soft">{post.excerpt}</p>
              <div className="meta">
                <Time at={post.at} />
                {post.helpful > 0 && (
                  <span>
                    <Plural value={post.helpful} other="Hữu ích · #" />
                  </span>
                )}
              </div>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}

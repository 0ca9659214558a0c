import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/page.js';
import { ProblemLine, Waiting } from '../../components/problem-view.js';
import { Time } from '../../components/time.js';
import { useTitleIn } from '../../components/title-in.js';
import { query, useSend } from '../../lib/query.js';
import { claims, joins } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { Decide } from './decide.js';

function Claims() {
  const { t } = useLingui();
  const list = useQuery(query(claims.list, {}));
  const confirm = useSend(claims.confirm, { invalidates: [claims.list] });
  const decline = useSend(claims.decline, { invalidates: [claims.list] });
  const error = confirm.error ?? decline.error;
  if (!list.data) return <Waiting on={list} lines={2} />;
  if (list.data.items.length === 0) return null;
  return (
    <Section title={<Trans>Hộp thư cũ không còn</Trans>}>
      {error && <ProblemLine error={error} />}
      <Rows label={t`Hộp thư cũ không còn`}>
        {list.data.items.map((claim) => (
          <Row key={claim.id}>
            <span className="ttl">{claim.name}</span>
            <div className="meta">
              <span>
                <Trans>
                  từ {claim.oldEmail} sang {claim.newEmail}
                </Trans>
              </span>
              <span>{claim.telephone}</span>
              <span>
                <Time at={claim.createdAt} />
              </span>
              {claim.dueAt && (
                <span>
                  <Trans>
                    gửi đường dẫn <Time at={claim.dueAt} />
                  </Trans>
                </span>
              )}
            </div>
            {claim.can.decide && (
              <Decide
                name={claim.name}
                reasoned
                busy={confirm.isPending}
                onConfirm={(reason) => confirm.mutate({ id: claim.id, reason })}
                onDecline={(reason) => decline.mutate({ id: claim.id, reason })}
              />
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

/** Requests that wait for who answers for the organisation (/de-nghi-tham-gia), and lost mailboxes for coordinators. */
export function JoinRequestsPage() {
  const titleIn = useTitleIn();
  const { t } = useLingui();
  const coordinates = useCan('invite');
  const list = useQuery(query(joins.list, {}));
  const confirm = useSend(joins.confirm, { invalidates: [joins.list] });
  const decline = useSend(joins.decline, { invalidates: [joins.list] });
  if (!list.data) return <Waiting on={list} lines={6} />;
  const { items } = list.data;
  const error = confirm.error ?? decline.error;
  return (
    <Page title={t`Đề nghị tham gia`}>
      {error && <ProblemLine error={error} />}
      {items.length === 0 ? (
        <EmptyState title={<Trans>Không có đề nghị nào đang chờ</Trans>}>
          <Trans>Đề nghị gửi từ trang đăng nhập và người do thành viên giới thiệu hiện ở đây.</Trans>
        </EmptyState>
      ) : (
        <Rows label={t`Đề nghị tham gia`}>
          {items.map((item) => (
            <Row key={item.id}>
              <span className="ttl">{item.name}</span>
              <div className="meta">
                <span>{[titleIn(item.title), item.unit, item.organisation].filter(Boolean).join(', ')}</span>
                <span>{item.email}</span>
                {item.askedBy && (
                  <span>
                    <Trans>do {item.askedBy} giới thiệu</Trans>
                  </span>
                )}
                <span>
                  <Time at={item.createdAt} />
                </span>
              </div>
              {item.note && <p className="small soft">{item.note}</p>}
              {item.can.decide && (
                <Decide
                  name={item.name}
                  reasoned={false}
                  busy={confirm.isPending && confirm.variables.id === item.id}
                  onConfirm={() => confirm.mutate({ id: item.id })}
                  onDecline={(reason) => decline.mutate({ id: item.id, reason })}
                />
              )}
            </Row>
          ))}
        </Rows>
      )}
      {coordinates && <Claims />}
    </Page>
  );
}

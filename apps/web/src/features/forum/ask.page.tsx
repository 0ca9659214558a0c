import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page.js';
import { SignInFirst } from '../../components/problem-view.js';
import { choiceFilter, inAddress, paths, useFilters } from '../../lib/address.js';
import { useMe } from '../../lib/session.js';
import { ButtonLink } from '../../ui/button-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Section } from '../../ui/section.js';
import { AskForm } from './ask-form.js';
import './ask.css';
import './thread.css';

/** What makes others answer soon. */
const Advice = () => (
  <Section title={<Trans>Để sớm có câu trả lời</Trans>}>
    <ul className="list">
      <li>
        <Trans>Một việc cần quyết định, và hạn của việc đó.</Trans>
      </li>
      <li>
        <Trans>Số liệu thật: bao nhiêu hồ sơ, bao nhiêu đơn vị, bao nhiêu tiền.</Trans>
      </li>
      <li>
        <Trans>Văn bản đang dùng làm căn cứ, ghi đủ số và ký hiệu.</Trans>
      </li>
      <li>
        <Trans>Cách đã thử và chỗ bị vướng.</Trans>
      </li>
    </ul>
  </Section>
);

/** Asking a question, or opening a discussion with ?kind=discussion (/dat-cau-hoi). */
export function AskPage() {
  const { t } = useLingui();
  const [filters] = useFilters();
  const { person, can } = useMe();
  const kind = choiceFilter(filters['kind'], ['question', 'discussion']) ?? 'question';
  const title = kind === 'question' ? t`Đặt câu hỏi` : t`Mở thảo luận`;
  if (!person) return <SignInFirst />;
  if (!can.ask) {
    return (
      <Page title={title}>
        <EmptyState
          title={<Trans>Cần đồng ý quy tắc ứng xử trước khi đặt câu hỏi</Trans>}
          action={
            <ButtonLink variant="filled" to={paths.rules}>
              <Trans>Đọc quy tắc</Trans>
            </ButtonLink>
          }
        />
      </Page>
    );
  }
  const other =
    kind === 'question' ? (
      <Link to={paths.ask} search={inAddress({ kind: 'discussion' })}>
        <Trans>Mở thảo luận</Trans>
      </Link>
    ) : (
      <Link to={paths.ask} search={inAddress({})}>
        <Trans>Đặt câu hỏi</Trans>
      </Link>
    );
  return (
    <Page title={title} beside={other} facts={<Advice />}>
      <AskForm kind={kind} personId={person.id} />
    </Page>
  );
}

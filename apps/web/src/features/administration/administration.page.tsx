import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page.js';
import { useMe } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { groups } from './entries.js';

/** The front page of administration (/quan-tri): to each what he may administer. */
export function AdministrationPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const shown = groups
    .map((group) => ({ ...group, entries: group.entries.filter(({ open }) => open(can)) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <Page title={t`Quản trị`} lede={<Trans>Những gì vai trò hiện tại được quản lý.</Trans>}>
      {shown.length === 0 && (
        <EmptyState title={<Trans>Dành cho người quản lý mạng lưới</Trans>}>
          <Trans>Vai trò hiện tại không có mục nào để quản lý.</Trans>
        </EmptyState>
      )}
      {shown.map(({ title, entries }, at) => (
        <Section key={at} title={title}>
          <Rows>
            {entries.map((entry) => (
              <Row key={entry.to}>
                <Link className="ttl" data-open to={entry.to}>
                  {entry.title}
                </Link>
                <div className="meta">{entry.about}</div>
              </Row>
            ))}
          </Rows>
        </Section>
      ))}
    </Page>
  );
}

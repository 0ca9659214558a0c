import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Listing } from '../../../components/listing.js';
import { WithheldRow } from '../../../components/withheld-row.js';
import { pages } from '../../../lib/query.js';
import { moderation } from '../../../lib/routes.js';
import { Section } from '../../../ui/section.js';

/** What one deleted, or moderators hid of one's own, in the last 30 days; nothing where there is none. */
export function DeletedPosts() {
  const { t } = useLingui();
  const list = useInfiniteQuery(pages(moderation.withheldPosts, { whose: 'mine' }));
  if (list.data?.pages[0]?.items.length === 0) return null;
  return (
    <Section title={<Trans>Đã xóa hoặc bị ẩn trong 30 ngày</Trans>}>
      <Listing
        list={list}
        label={t`Đã xóa hoặc bị ẩn trong 30 ngày`}
        row={(withheld) => <WithheldRow key={withheld.id} withheld={withheld} />}
        empty={null}
      />
    </Section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ThreadRow } from '../../components/thread-row.js';
import { pages } from '../../lib/query.js';
import { threads } from '../../lib/routes.js';
import { Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';

/** Announcements that moderators pinned, above the whole list; nothing where there are none. */
export function Pinned() {
  const { t } = useLingui();
  const list = useInfiniteQuery(pages(threads.list, { pinned: true, limit: 5 }));
  const items = list.data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={<Trans>Thông báo đã ghim</Trans>}>
      <Rows label={t`Thông báo đã ghim`}>
        {items.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} />
        ))}
      </Rows>
    </Section>
  );
}

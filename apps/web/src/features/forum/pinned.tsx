import type { ThreadCard } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { ThreadRow } from '../../components/thread-row.js';
import { Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';

/** Announcements that moderators pinned, above the whole list, with which they come; nothing where there are none. */
export function Pinned({ items }: { items: readonly ThreadCard[] }) {
  const { t } = useLingui();
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

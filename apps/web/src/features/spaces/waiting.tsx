import type { SpacePage } from '@hat-nhan/contracts';
import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { query } from '../../lib/query.js';
import { groups } from '../../lib/routes.js';
import { Section } from '../../ui/section.js';
import { JoiningRows } from './joining-rows.js';

/** Who waits to come into a group, for its moderators. */
export function WaitingToJoin({ space }: { space: SpacePage }) {
  const { data } = useQuery({ ...query(groups.joinings, { space: space.id }), enabled: space.can.invite });
  if (!space.can.invite || !data || data.items.length === 0) return null;
  return (
    <Section title={<Trans>Chờ vào nhóm</Trans>} hint={<Plural value={data.items.length} other="# mục" />}>
      <JoiningRows items={data.items} />
    </Section>
  );
}

import type { Space } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { change, useSend } from '../lib/query.js';
import { returning, spaces, threads, topics } from '../lib/routes.js';
import { useMe } from '../lib/session.js';
import { Section } from '../ui/section.js';
import { ProblemLine } from './problem-view.js';
import { WatchLevels, type WatchLevel } from './watch-levels.js';

interface WatchedAsWhole {
  id: number;
  watch: WatchLevel;
}

/** Watching all threads of a topic. */
export function WatchTopic({ topic }: { topic: WatchedAsWhole & { slug: string } }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const send = useSend(returning.watchTopic, {
    optimistic: ({ level }) =>
      change(client, topics.read, { slug: topic.slug }, (shown) => ({ ...shown, watch: level })),
    invalidates: [topics.read, threads.list],
  });
  return (
    <WatchSection
      label={t`Thông báo về cả chủ đề`}
      level={topic.watch}
      choose={(level) => send.mutate({ id: topic.id, level })}
      error={send.error}
    />
  );
}

/** Watching all threads of a space. */
export function WatchSpace({ space }: { space: Space }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const send = useSend(returning.watchSpace, {
    optimistic: ({ level }) => change(client, spaces.read, { id: space.id }, (shown) => ({ ...shown, watch: level })),
    invalidates: [spaces.read, threads.list],
  });
  return (
    <WatchSection
      label={t`Thông báo về mọi câu hỏi ở đây`}
      level={space.watch}
      choose={(level) => send.mutate({ id: space.id, level })}
      error={send.error}
    />
  );
}

interface WatchSectionProps {
  label: string;
  level: WatchLevel;
  choose: (level: WatchLevel) => void;
  error: Error | null;
}

function WatchSection({ label, level, choose, error }: WatchSectionProps) {
  if (useMe().person === null) return null;
  return (
    <Section title={<Trans>Theo dõi</Trans>}>
      <p className="small soft watchers">{label}</p>
      <WatchLevels label={label} level={level} choose={choose} />
      <ProblemLine error={error} />
    </Section>
  );
}

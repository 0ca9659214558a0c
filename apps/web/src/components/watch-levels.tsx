import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';

export type WatchLevel = 'watch' | 'normal' | 'mute';

interface WatchLevelsProps {
  /** What is told of. */
  label: string;
  level: WatchLevel;
  choose: (level: WatchLevel) => void;
}

/** Theo dõi · Bình thường · Tắt: the same three words for a thread, a topic and a space. */
export function WatchLevels({ label, level, choose }: WatchLevelsProps) {
  const { t } = useLingui();
  const levels: [WatchLevel, string][] = [
    ['watch', t`Theo dõi`],
    ['normal', t`Bình thường`],
    ['mute', t`Tắt`],
  ];
  return (
    <div className="watch" role="group" aria-label={label}>
      {levels.map(([one, word]) => (
        <Button key={one} size="xs" aria-pressed={level === one} onClick={() => choose(one)}>
          {word}
        </Button>
      ))}
    </div>
  );
}

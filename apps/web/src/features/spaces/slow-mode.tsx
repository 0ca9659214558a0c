import type { Space } from '@hat-nhan/contracts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { ProblemLine } from '../../components/problem-view.js';
import { useSend } from '../../lib/query.js';
import { moderation, spaces } from '../../lib/routes.js';
import { Section } from '../../ui/section.js';

const CHOICES = [0, 5, 15, 60, 240, 1440];

/** "Chế độ chậm": one post per person in so many minutes. Readers see that it is on; moderators set it. */
export function SlowMode({ space: { id, slowMinutes, can } }: { space: Space }) {
  const { t } = useLingui();
  const set = useSend(moderation.slow, { invalidates: [spaces.read, spaces.list] });
  if (slowMinutes === 0 && !can.slow) return null;
  const minutes = CHOICES.includes(slowMinutes) ? CHOICES : [...CHOICES, slowMinutes].toSorted((a, b) => a - b);
  return (
    <Section title={<Trans>Chế độ chậm</Trans>}>
      {slowMinutes > 0 && (
        <p className="soft">
          <Plural value={slowMinutes} other="Mỗi người gửi một bài trong # phút." />
        </p>
      )}
      {can.slow && (
        <Select
          label={t`Khoảng cách giữa hai bài của một người`}
          data={minutes.map((value) => ({ value: String(value), label: value === 0 ? t`Tắt` : t`${value} phút` }))}
          value={String(slowMinutes)}
          allowDeselect={false}
          disabled={set.isPending}
          onChange={(value) => value !== null && set.mutate({ id, minutes: Number(value) })}
        />
      )}
      {set.error && <ProblemLine error={set.error} />}
    </Section>
  );
}

import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';

/** "Trả lời ngắn trước, bổ sung sau": said beside the answer until its author takes it back. */
export function BriefChoice({ brief, onChange }: { brief: boolean; onChange: (brief: boolean) => void }) {
  const { t } = useLingui();
  return (
    <Checkbox
      label={t`Trả lời ngắn trước, bổ sung sau`}
      checked={brief}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

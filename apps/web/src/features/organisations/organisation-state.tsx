import { Trans } from '@lingui/react/macro';
import { useNow } from '../../components/time.js';
import { useFormat } from '../../lib/format.js';
import { StateWord } from '../../ui/state-word.js';

/** Whether the last day of an organisation has passed. */
export function useIsFormer(): (validTo: string | null) => boolean {
  const now = useNow();
  return (validTo) => validTo !== null && Date.parse(`${validTo}T23:59:59+07:00`) < now;
}

/** Says of an organisation that it is no more, and since when; nothing of the others. */
export function OrganisationState({ validTo }: { validTo: string | null }) {
  const format = useFormat();
  const isFormer = useIsFormer();
  if (validTo === null || !isFormer(validTo)) return null;
  const last = format.date(validTo);
  return (
    <StateWord tone="off" icon="stop">
      <Trans>Không còn từ sau {last}</Trans>
    </StateWord>
  );
}

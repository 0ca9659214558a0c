import { Trans } from '@lingui/react/macro';
import { useNow } from '../../components/time.js';
import { useFormat } from '../../lib/format.js';
import { StateWord } from '../../ui/state-word.js';

/** Whether the last day of an organisation has passed. */
export function useIsFormer(): (validTo: string | null) => boolean {
  const now = useNow();
  return (validTo) => validTo !== null && Date.parse(`${validTo}T23:59:59+07:00`) < now;
}

interface OrganisationStateProps {
  validFrom?: string | null;
  validTo: string | null;
}

/** Says of an organisation that it is no more, and since when; of a young one since when it is. */
export function OrganisationState({ validFrom, validTo }: OrganisationStateProps) {
  const format = useFormat();
  const isFormer = useIsFormer();
  if (validTo === null || !isFormer(validTo)) {
    const first = validFrom && format.date(validFrom);
    return first ? (
      <span>
        <Trans>từ {first}</Trans>
      </span>
    ) : null;
  }
  const last = format.date(validTo);
  return (
    <StateWord tone="off" icon="stop">
      <Trans>Không còn sau {last}</Trans>
    </StateWord>
  );
}

import { useQuery } from '@tanstack/react-query';
import { ProblemLine, Waiting } from '../../components/problem-view.js';
import { query, useSend } from '../../lib/query.js';
import { accounts } from '../../lib/routes.js';
import { ConsentChoices } from './consent-choices.js';

/** What the member consented to, changed by one click each. */
export function Consents() {
  const given = useQuery(query(accounts.givenConsents, {}));
  const save = useSend(accounts.saveConsents, { invalidates: [accounts.givenConsents] });
  if (!given.data) return <Waiting on={given} lines={2} />;
  const shown = save.isPending ? save.variables.consents : given.data.consents;
  return (
    <>
      <ConsentChoices given={shown} onChange={(consents) => save.mutate({ consents })} />
      {save.error && <ProblemLine error={save.error} />}
    </>
  );
}

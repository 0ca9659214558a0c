import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { later } from '../components/later.js';
import { isProblem } from '../lib/api.js';

const SignInAgain = later(async () => (await import('../features/accounts/sign-in-again.js')).SignInAgain);

/** Asks for a sign-in over the page as soon as the server refuses something for want of a recent one. */
export function StepUp() {
  const client = useQueryClient();
  const [needed, setNeeded] = useState(false);
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        if (isProblem(event.action.error, 'sign-in-again')) setNeeded(true);
      }),
    [client],
  );
  return needed && <SignInAgain close={() => setNeeded(false)} />;
}

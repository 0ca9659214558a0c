import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../lib/address.js';
import { useMe } from '../lib/session.js';

const BEFORE_RULES = new Set<string>([paths.rules, paths.about, paths.signIn, paths.invitation, paths.demoMailbox]);
const BEFORE_SET_UP = new Set<string>([...BEFORE_RULES, paths.setUp, paths.settings]);

/** Leads a newcomer to the rules, and the first administrator of an empty network to its set-up, before anything else. */
export function useFirstSteps(): void {
  const { person, instance, can } = useMe();
  const navigate = useNavigate();
  const here = useRouterState({ select: ({ location }) => location });
  // Who agreed to an earlier version goes on reading: he is asked over the page (`RulesDue`).
  const newcomer = person !== null && !person.rulesAccepted && !person.rulesChanged;
  const rules = newcomer && !BEFORE_RULES.has(here.pathname);
  // Without a second factor the page of the set-up says that this comes first.
  const sets = can.administer || person?.waitingRoles.includes('administrator') === true;
  const setUp = person?.rulesAccepted === true && sets && instance.setUp && !BEFORE_SET_UP.has(here.pathname);
  useEffect(() => {
    if (rules) void navigate({ href: paths.rulesFrom(here.href), replace: true });
    else if (setUp) void navigate({ to: paths.setUp, replace: true });
  }, [rules, setUp, here.href, navigate]);
}

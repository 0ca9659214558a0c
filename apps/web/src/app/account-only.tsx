import { useQuery } from '@tanstack/react-query';
import type { AsyncRouteComponent } from '@tanstack/react-router';
import { SignInFirst } from '../components/problem-view.js';
import { sessionQuery } from '../lib/session.js';

/** A page that asks for an account: to visitors it is the offer to sign in, which returns to this address. */
export function accountOnly(Page: AsyncRouteComponent<object>): AsyncRouteComponent<object> {
  const AccountOnly = () => {
    const me = useQuery(sessionQuery).data;
    return me?.person === null ? <SignInFirst /> : <Page />;
  };
  return Object.assign(AccountOnly, { preload: Page.preload });
}

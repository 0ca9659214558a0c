import { tokenOf } from './product-people.js';
import type { Places } from './rows.js';

/** The same caller at both servers, as headers of each. */
export interface Caller {
  product: Record<string, string>;
  floor: Record<string, string>;
}

/** A visitor behind one of 2,000 addresses, as many as there are people signed in, so that no limit is met. */
export function visitor(random: () => number): Caller {
  const address = Math.floor(random() * 2000);
  return { product: { 'x-forwarded-for': `10.0.${Math.floor(address / 250)}.${1 + (address % 250)}` }, floor: {} };
}

/** Somebody signed in, by the number of the user in the corpus. */
export const signedIn = (user: number, places: Places): Caller => ({
  product: {
    cookie: `__Host-session=${tokenOf(places.people.get(user)!)}`,
    'x-forwarded-for': `10.9.${Math.floor(user / 250)}.${1 + (user % 250)}`,
  },
  floor: { cookie: `sid=floor-session-${user}` },
});

import { tokenOf } from './product-people.js';
import type { Places } from './rows.js';

/** The same caller at both servers, as headers of each. */
export interface Caller {
  product: Record<string, string>;
  floor: Record<string, string>;
}

/** A visitor behind one of 250,000 addresses, so that no limit is met. */
export function visitor(random: () => number): Caller {
  const part = (most: number) => 1 + Math.floor(random() * most);
  return { product: { 'x-forwarded-for': `10.${part(4)}.${part(250)}.${part(250)}` }, floor: {} };
}

/** Somebody signed in, by the number of the user in the corpus. */
export const signedIn = (user: number, places: Places): Caller => ({
  product: { cookie: `__Host-session=${tokenOf(places.people.get(user)!)}`, 'x-forwarded-for': '10.9.9.9' },
  floor: { cookie: `sid=floor-session-${user}` },
});

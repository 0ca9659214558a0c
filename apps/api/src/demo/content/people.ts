import { laterPeople } from './people-later.js';
import { ministryPeople } from './people-ministries.js';
import { firstProvincePeople } from './people-provinces-1.js';
import { secondProvincePeople } from './people-provinces-2.js';
import type { DemoPerson } from './types.js';

/** Every invented person; each of the eight sign-in links belongs to exactly one. */
export const people: readonly DemoPerson[] = [
  ...firstProvincePeople,
  ...secondProvincePeople,
  ...ministryPeople,
  ...laterPeople,
];

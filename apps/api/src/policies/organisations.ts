import type { Rule } from './authorize.js';

interface OrganisationSeen {
  /** Whether the actor represents this organisation. */
  representative: boolean;
}

/** Units are added by who represents the organisation, by coordinators and by administrators. */
export const addUnit: Rule<OrganisationSeen> = (actor, { representative }) =>
  representative || actor.roles.has('coordinator') || actor.roles.has('administrator');

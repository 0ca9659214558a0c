import type { Rule } from './authorize.js';
import { coordinates } from './coordinates.js';

interface OrganisationSeen {
  /** Whether the actor represents this organisation. */
  representative: boolean;
}

/** Coordinators and administrators keep the registry: names, mergers, successions, ends. */
export const keepRegistry: Rule<null> = coordinates;

/** Who keeps the registry calls off what is planned; what was done is undone by administrators. */
export const takeBackMerger: Rule<{ state: string }> = (actor, { state }) =>
  (state === 'planned' && keepRegistry(actor, null)) || (state === 'done' && actor.roles.has('administrator'));

/** Units are added by who represents the organisation, by coordinators and by administrators. */
export const addUnit: Rule<OrganisationSeen> = (actor, { representative }) =>
  representative || keepRegistry(actor, null);

/** How an organisation stands: it is, it went into another one, or it ended. `ended`: its last day has passed. */
export interface OrganisationStanding {
  state: 'open' | 'merged' | 'dissolved';
  ended: boolean;
}
export type RegistryMove = 'rename' | 'merge' | 'dissolve' | 'restore';

/** What the machine of an organisation knows from here. What the file of the registry ended is only corrected. */
export function registryMoves({ state, ended }: OrganisationStanding): RegistryMove[] {
  if (state === 'dissolved') return ['restore'];
  if (state === 'merged') return [];
  return ended ? ['rename'] : ['rename', 'merge', 'dissolve'];
}

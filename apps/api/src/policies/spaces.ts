import type { Rule } from './authorize.js';

interface SpaceSeen {
  /** Level of the actor in a space with members by name; null elsewhere. */
  level: 'read' | 'write' | 'moderate' | null;
  kind: string;
}

/** Coordinators and administrators open spaces. */
export const openSpace: Rule<null> = (actor) => actor.roles.has('coordinator') || actor.roles.has('administrator');

/** Members are set by who moderates the space, and by coordinators and administrators who can see it. */
export const manageMembers: Rule<SpaceSeen> = (actor, space) =>
  !['public', 'members', 'state'].includes(space.kind) &&
  (space.level === 'moderate' || actor.roles.has('coordinator') || actor.roles.has('administrator'));

/** Moderators slow a space down, in every space that they see or the one that they moderate; coordinators and administrators too. */
export const slowDown: Rule<SpaceSeen> = (actor, space) =>
  space.level === 'moderate' ||
  actor.roles.has('moderator') ||
  actor.roles.has('coordinator') ||
  actor.roles.has('administrator');

import type { Rule } from './authorize.js';

/** Coordinators, and administrators as they may do the same. */
export const coordinates: Rule<unknown> = (actor) => actor.roles.has('coordinator') || actor.roles.has('administrator');

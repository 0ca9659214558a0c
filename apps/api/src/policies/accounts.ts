import type { Actor, Role } from '../platform/context.js';
import type { Rule } from './authorize.js';
import { coordinates } from './coordinates.js';

/** Coordinators and administrators invite; nobody grants a role that he does not hold, an administrator grants all. */
export const invite: Rule<{ roles: readonly Role[] }> = (actor, { roles }) =>
  actor.roles.has('administrator') || (actor.roles.has('coordinator') && roles.every((role) => actor.roles.has(role)));

/** The roles in an invitation that somebody may give and manage, null for every one: the rule above as a set. */
export const rolesToGive = (actor: Actor): Role[] | null =>
  actor.roles.has('administrator') ? null : [...actor.roles].filter((role) => invite(actor, { roles: [role] }));

/** Who may invite so may also take such an invitation back, and send it again when it has expired. */
export const manageInvitation = invite;

/** An administrator shuts others out and lets them in again, not himself. */
export const disableAccount: Rule<{ id: number }> = (actor, { id }) =>
  actor.roles.has('administrator') && actor.personId !== id;

/** Name, texts and mail of the instance. */
export const changeInstance: Rule<null> = (actor) => actor.roles.has('administrator');

/** Who looks at accounts, and names experts and representatives. */
export const appoint: Rule<null> = coordinates;

/** Roles are given and taken by administrators; the last of them cannot take his own. */
export const giveRole: Rule<null> = (actor) => actor.roles.has('administrator');

/** Who answers for the organisation says who works there, not the one who named him. */
export const decideJoin: Rule<{ representative: boolean; askedById: number | null }> = (actor, request) =>
  (request.representative || coordinates(actor, null)) && request.askedById !== actor.personId;

/** Representatives invite their own people, and only without roles. */
export const inviteOwn: Rule<{ representative: boolean }> = (_actor, { representative }) => representative;

/** Lost mailboxes are a coordinator's work, */
export const decideClaim: Rule<null> = coordinates;

/** but not his own. */
export const confirmClaim: Rule<{ personId: number }> = (actor, { personId }) =>
  coordinates(actor, null) && actor.personId !== personId;

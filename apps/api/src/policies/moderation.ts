import type { Rule } from './authorize.js';

interface ReviewSeen {
  /** Whoever wrote what is reviewed. */
  authorId: number | null;
  /** He moderates its space by name. */
  moderates: boolean;
}

/** Who moderates the space decides; nobody about his own post. */
export const decideReview: Rule<ReviewSeen> = (actor, { authorId, moderates }) =>
  authorId !== actor.personId && (moderates || actor.roles.has('moderator'));

/** Moderators suspend members for a time, administrators also other staff; nobody himself. */
export const suspendAccount: Rule<{ id: number; staff: boolean }> = (actor, { id, staff }) =>
  actor.personId !== id && (actor.roles.has('administrator') || (actor.roles.has('moderator') && !staff));

/** Who reads the audit log, each only what concerns things that he may see. */
export const readAudit: Rule<null> = (actor) => actor.roles.has('administrator') || actor.roles.has('coordinator');
/** Who acted where he writes without name, in every space: moderators of the whole. */
export const seeUnnamed: Rule<null> = (actor) => actor.roles.has('moderator');

import type { Rule } from './authorize.js';
import { coordinates } from './coordinates.js';

interface SpaceSeen {
  /** Level of the actor in a space with members by name; null elsewhere. */
  level: 'read' | 'write' | 'moderate' | null;
  kind: string;
  /** A group that is read and not written any more. */
  closed?: boolean;
}

/** A group as somebody meets it who may know of it. */
interface GroupMet {
  inside: boolean;
  listed: boolean;
  takesRequests: boolean;
  closed: boolean;
  /** A request or an invitation of his waits. */
  waiting: boolean;
}

interface JoiningSeen {
  kind: 'asked' | 'invited';
  personId: number;
  /** The actor moderates the group by name. */
  moderates: boolean;
}

const WIDE = ['public', 'members', 'state'];

/** Every member opens working groups, as many as the wall lets one person keep. */
export const openGroup: Rule<null> = () => true;

/** Coordinators and administrators open spaces of other kinds. */
export const openSpace: Rule<null> = coordinates;

/** Members are set by who moderates the space, and by coordinators and administrators who can see it. */
export const manageMembers: Rule<SpaceSeen> = (actor, space) =>
  !WIDE.includes(space.kind) && (space.level === 'moderate' || coordinates(actor, space));

/** Without being asked himself a person is put into a group by coordinators and administrators alone; its moderators invite. */
export const addMember: Rule<SpaceSeen> = (actor, space) =>
  manageMembers(actor, space) && (space.kind !== 'group' || coordinates(actor, space));

/** Everybody may leave a group. */
export const leaveSpace: Rule<SpaceSeen> = (_actor, space) => space.kind === 'group' && space.level !== null;

/** Moderators of a group set what it is called and who may know of it; coordinators and administrators in every space that they see. */
export const changeSpace: Rule<SpaceSeen> = (actor, space) =>
  !space.closed && ((space.level === 'moderate' && !WIDE.includes(space.kind)) || coordinates(actor, space));

/** The same people close a group, and open it again. */
export const closeGroup: Rule<SpaceSeen> = (actor, space) => space.kind === 'group' && manageMembers(actor, space);

/** Only who moderates a group by name invites into it and decides about requests: a role over the whole is no part of the group. */
export const inviteMember: Rule<SpaceSeen> = (_actor, space) =>
  space.kind === 'group' && space.level === 'moderate' && !space.closed;

export const askToJoin: Rule<GroupMet> = (_actor, group) =>
  !group.inside && group.listed && group.takesRequests && !group.closed && !group.waiting;

/** Who was asked answers: the moderators a request, the invited an invitation. */
export const answerJoining: Rule<JoiningSeen> = (actor, { kind, personId, moderates }) =>
  kind === 'asked' ? moderates : personId === actor.personId;

/** Who began it takes it back; an invitation also another moderator. */
export const withdrawJoining: Rule<JoiningSeen> = (actor, { kind, personId, moderates }) =>
  kind === 'invited' ? moderates : personId === actor.personId;

/** Moderators slow a space down, in every space that they see or the one that they moderate; coordinators and administrators too. */
export const slowDown: Rule<SpaceSeen> = (actor, space) =>
  !space.closed && (space.level === 'moderate' || actor.roles.has('moderator') || coordinates(actor, space));

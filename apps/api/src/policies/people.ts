import type { Rule } from './authorize.js';
import { coordinates } from './coordinates.js';

interface PersonSeen {
  id: number;
}

interface PositionOf extends PersonSeen {
  /** Whether the actor represents the organisation concerned. */
  representative: boolean;
  /** Whether the position would open the state bodies' space to somebody who does not read it now. */
  widens: boolean;
}

/** Only oneself edits a profile. */
export const editProfile: Rule<PersonSeen> = (actor, person) => actor.personId === person.id;

/**
 * Who may record some position of a person, the right one given; `representative` of the organisation that he is in, or of
 * any where he is in none.
 */
export const addPosition: Rule<PersonSeen & { representative: boolean }> = (actor, person) =>
  coordinates(actor, null) || person.representative || actor.personId === person.id;

/** This position. Nobody lets himself into the state bodies' space: that takes somebody who answers for it. */
export const recordPosition: Rule<PositionOf> = (actor, position) =>
  coordinates(actor, null) || (actor.personId === position.id ? !position.widens : position.representative);

/** Whether a post ends: oneself, who represents the organisation, and coordinators. */
export const endPosition: Rule<PersonSeen & { representative: boolean }> = addPosition;

export type HandoverState = 'offered' | 'accepted' | 'declined' | 'named' | 'refused';

/** Whether somebody takes over a role: first he himself says, */
export const answerHandover: Rule<{ personId: number }> = (actor, { personId }) => actor.personId === personId;

/** then who names people, not about himself. */
export const settleHandover: Rule<{ personId: number }> = (actor, { personId }) =>
  coordinates(actor, null) && actor.personId !== personId;

/** Where it goes from here. */
export function handoverMoves(state: HandoverState): readonly HandoverState[] {
  if (state === 'offered') return ['accepted', 'declined'];
  return state === 'accepted' ? ['named', 'refused'] : [];
}

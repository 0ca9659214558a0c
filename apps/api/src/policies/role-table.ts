import type { Actor, Role } from '../platform/context.js';
import * as accounts from './accounts.js';
import * as forum from './forum.js';
import * as organisations from './organisations.js';
import * as people from './people.js';
import * as moderation from './moderation.js';
import * as registers from './registers.js';
import * as spaces from './spaces.js';

/** Everybody who can stand before a thread he sees: by relation to it, or by role. Answers in it are somebody else's. */
export const RELATIONS = [
  'visitor',
  'newcomer',
  'reader',
  'member',
  'without organisation',
  'asker',
  'answerer',
  'expert',
  'space moderator',
  'moderator',
  'editor',
  'coordinator',
  'administrator',
] as const;
export const STATES = ['open', 'resolved', 'closed', 'duplicate', 'archived', 'hidden'] as const;
/** What is done in a thread, */
export const IN_THREADS = [
  'edit',
  'answer',
  'comment',
  'vote',
  'voteAnswer',
  'meToo',
  'removeMeToo',
  'editAnswer',
  'editWiki',
  'setWiki',
  'accept',
  'unaccept',
  'close',
  'reopen',
  'archive',
  'markCanonical',
  'sayStillTrue',
  'clearDoubts',
  'inviteToAnswer',
  'showName',
  'seeAsker',
  'deleteQuestion',
  'deleteAnswer',
  'hide',
  'flag',
  'flagAnswer',
  'pin',
  'duplicate',
  'move',
  'decideMove',
  'split',
  'merge',
] as const;
/** and what is not. */
const ELSEWHERE = [
  'watch',
  'openGroup',
  'openSpace',
  'manageMembers',
  'addMember',
  'changeSpace',
  'closeGroup',
  'inviteMember',
  'leaveSpace',
  'askToJoin',
  'answerRequest',
  'answerInvitation',
  'withdrawRequest',
  'invite',
  'resendInvitation',
  'decideJoin',
  'inviteOwn',
  'decideClaim',
  'endPosition',
  'settleHandover',
  'chaseAnswers',
  'lookAfterAnswers',
  'restoreHidden',
  'decideReview',
  'suspend',
  'suspendStaff',
  'readAudit',
  'keepRegistry',
  'callOffMerger',
  'undoMerger',
  'appoint',
  'giveRole',
  'keepTopics',
  'keepGlossary',
  'keepCalendar',
] as const;
export const ACTIONS = [...IN_THREADS, ...ELSEWHERE] as const;
export type Relation = (typeof RELATIONS)[number];
export type Action = (typeof ACTIONS)[number];
export interface Situation {
  kind: forum.ThreadSeen['kind'];
  state: forum.ThreadState;
  /** Whether 14 days have passed since it was asked. */
  age: 'new' | 'old';
}

const ME = 1;
const ASKER = 2;
const ANSWERER = 3;
const ROLES: readonly string[] = ['moderator', 'editor', 'coordinator', 'administrator'] satisfies Role[];

/** The actor of a relation; null for a visitor. */
export function actorFor(who: Relation): Actor | null {
  if (who === 'visitor') return null;
  const roles = new Set(ROLES.includes(who) ? [who as Role] : []);
  return { personId: ME, sessionId: 1, roles, member: who !== 'newcomer', signedInAt: new Date(0) };
}

/** Whether somebody in this relation may do this to a thread, or to another's answer in it, by rule and by state. */
export function decide(who: Relation, action: Action, situation: Situation): boolean {
  const actor = actorFor(who);
  return actor !== null && actor.member && allowed(actor, who, action, situation);
}

/** The same for a given actor. */
export function allowed(actor: Actor, who: Relation, action: Action, { kind, state, age }: Situation): boolean {
  const thread: forum.ThreadSeen = {
    kind,
    state,
    authorId: who === 'asker' ? ME : ASKER,
    writable: who !== 'reader',
    moderates: who === 'space moderator',
    expert: who === 'expert',
    unnamed: true,
    hidesName: who === 'asker',
    mature: age === 'old',
  };
  const question: forum.PostSeen = { kind: 'question', authorId: thread.authorId, deleted: false, thread };
  const answer: forum.PostSeen = {
    kind: 'answer',
    authorId: who === 'answerer' ? ME : ANSWERER,
    deleted: false,
    thread,
  };
  const space = { kind: 'group', level: who === 'space moderator' ? ('moderate' as const) : null };
  const moderates = space.level === 'moderate';
  const group = { inside: moderates, listed: true, takesRequests: true, closed: false, waiting: false };
  const joining = { personId: ASKER, moderates };
  const decisions: Record<Action, () => boolean> = {
    edit: () => forum.editThread(actor, thread),
    answer: () => forum.answerThread(actor, thread) && forum.possible(thread, 'answer'),
    comment: () => forum.commentOn(actor, question),
    vote: () => forum.voteOn(actor, question),
    voteAnswer: () => forum.voteOn(actor, answer),
    meToo: () => forum.addMeToo(actor, { ...thread, hasOrganisation: who !== 'without organisation' }),
    removeMeToo: () => forum.removeMeToo(actor, thread),
    editAnswer: () => forum.editPost(actor, answer),
    editWiki: () => forum.editPost(actor, { ...answer, wiki: true }),
    setWiki: () => forum.setWiki(actor, answer),
    accept: () => forum.acceptIn(actor, thread) && forum.possible(thread, 'accept'),
    unaccept: () => forum.acceptIn(actor, thread) && forum.possible(thread, 'unaccept'),
    close: () => forum.closeThread(actor, thread) && forum.possible(thread, 'close'),
    reopen: () => forum.reopenThread(actor, thread) && forum.possible(thread, 'reopen'),
    archive: () => forum.archiveThread(actor, thread) && forum.possible(thread, 'archive'),
    markCanonical: () => forum.markCanonical(actor, answer) && forum.possible(thread, 'canonical'),
    sayStillTrue: () => forum.sayStillTrue(actor, answer) && forum.possible(thread, 'stillTrue'),
    clearDoubts: () => forum.clearDoubts(actor, answer) && forum.possible(thread, 'stillTrue'),
    watch: () => forum.watchThread(actor, thread),
    inviteToAnswer: () => forum.inviteToAnswer(actor, thread) && forum.possible(thread, 'answer'),
    showName: () => forum.showName(actor, thread),
    seeAsker: () => forum.seeAsker(actor, thread),
    openGroup: () => spaces.openGroup(actor, null),
    openSpace: () => spaces.openSpace(actor, null),
    manageMembers: () => spaces.manageMembers(actor, space),
    addMember: () => spaces.addMember(actor, space),
    changeSpace: () => spaces.changeSpace(actor, space),
    closeGroup: () => spaces.closeGroup(actor, space),
    inviteMember: () => spaces.inviteMember(actor, space),
    leaveSpace: () => spaces.leaveSpace(actor, space),
    askToJoin: () => spaces.askToJoin(actor, group),
    answerRequest: () => spaces.answerJoining(actor, { ...joining, kind: 'asked' }),
    answerInvitation: () => spaces.answerJoining(actor, { ...joining, kind: 'invited', personId: ME }),
    withdrawRequest: () => spaces.withdrawJoining(actor, { ...joining, kind: 'asked' }),
    invite: () => accounts.invite(actor, { roles: [] }),
    resendInvitation: () => accounts.manageInvitation(actor, { roles: [] }),
    decideJoin: () => accounts.decideJoin(actor, { representative: false, askedById: null }),
    inviteOwn: () => accounts.inviteOwn(actor, { representative: false }),
    decideClaim: () => accounts.decideClaim(actor, null),
    endPosition: () => people.endPosition(actor, { id: ASKER, representative: false }),
    settleHandover: () => people.settleHandover(actor, { personId: ASKER }),
    chaseAnswers: () => forum.chaseAnswers(actor, null),
    lookAfterAnswers: () => forum.lookAfterAnswers(actor, null),
    deleteQuestion: () => forum.deletePost(actor, question),
    deleteAnswer: () => forum.deletePost(actor, answer),
    hide: () => forum.hidePost(actor, answer),
    restoreHidden: () => forum.restorePost(actor, { kind: 'hidden', authorId: ASKER, moderates: thread.moderates }),
    flag: () => state !== 'hidden' && forum.flagPost(actor, question),
    flagAnswer: () => state !== 'hidden' && forum.flagPost(actor, answer),
    pin: () => forum.pinThread(actor, thread),
    duplicate: () => forum.markDuplicate(actor, thread) && forum.possible(thread, 'duplicate'),
    move: () => forum.arrangeThread(actor, thread) && forum.possible(thread, 'move'),
    decideMove: () => forum.decideMove(actor, thread) && forum.possible(thread, 'move'),
    split: () => forum.arrangeThread(actor, thread) && forum.possible(thread, 'split'),
    merge: () => forum.arrangeThread(actor, thread) && forum.possible(thread, 'merge'),
    decideReview: () => moderation.decideReview(actor, { authorId: answer.authorId, moderates: thread.moderates }),
    suspend: () => moderation.suspendAccount(actor, { id: ASKER, staff: false }),
    suspendStaff: () => moderation.suspendAccount(actor, { id: ASKER, staff: true }),
    readAudit: () => moderation.readAudit(actor, null),
    keepRegistry: () => organisations.keepRegistry(actor, null),
    callOffMerger: () => organisations.takeBackMerger(actor, { state: 'planned' }),
    undoMerger: () => organisations.takeBackMerger(actor, { state: 'done' }),
    appoint: () => accounts.appoint(actor, null),
    giveRole: () => accounts.giveRole(actor, null),
    keepTopics: () => registers.keepTopics(actor, null),
    keepGlossary: () => registers.keepGlossary(actor, null),
    keepCalendar: () => registers.keepCalendar(actor, null),
  };
  return decisions[action]();
}

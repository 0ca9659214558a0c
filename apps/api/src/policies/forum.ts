import type { Rule } from './authorize.js';

export type ThreadState = 'open' | 'resolved' | 'closed' | 'duplicate' | 'archived' | 'hidden';

/** A question or discussion as its actor stands to it. */
export interface ThreadSeen {
  kind: 'question' | 'discussion';
  state: ThreadState;
  authorId: number | null;
  /** He may write in its space. */
  writable: boolean;
  /** He moderates its space by name. */
  moderates: boolean;
  /** He is an expert of one of its topics. */
  expert: boolean;
  /** Shown without the asker's name. */
  unnamed: boolean;
  /** He himself writes in it without name. */
  hidesName: boolean;
  /** Asked 14 days ago or earlier: others than the asker may choose answers now. */
  mature: boolean;
}

/** A question's text, an answer or a comment, and the thread it stands in. */
export interface PostSeen {
  kind: 'question' | 'answer' | 'comment';
  authorId: number | null;
  /** Its author lets others change it. */
  wiki?: boolean;
  /** Its author took the text back; a tombstone stands in its place. */
  deleted: boolean;
  thread: ThreadSeen;
}

export type Move =
  | 'edit'
  | 'answer'
  | 'comment'
  | 'vote'
  | 'meToo'
  | 'accept'
  | 'unaccept'
  | 'close'
  | 'reopen'
  | 'archive'
  | 'canonical'
  | 'stillTrue'
  | 'delete'
  | 'hide'
  | 'pin'
  | 'duplicate'
  | 'move'
  | 'split'
  | 'merge';

const LIVE: readonly Move[] = ['edit', 'comment', 'vote', 'meToo', 'canonical', 'stillTrue', 'delete', 'hide', 'pin'];
const IN_OPEN: readonly Move[] = ['answer', 'accept', 'unaccept', 'close', 'archive'];
// A thread that still stands for itself can be put elsewhere.
const ARRANGED: readonly Move[] = ['duplicate', 'move', 'split', 'merge'];
// The thread's state machine: what can be done at all in a state, whoever does it.
const MOVES: Record<ThreadState, readonly Move[]> = {
  open: [...LIVE, ...IN_OPEN, ...ARRANGED],
  resolved: [...LIVE, ...IN_OPEN, ...ARRANGED],
  closed: [...LIVE, 'reopen', ...ARRANGED],
  duplicate: ['reopen', 'hide'],
  // A new answer opens it again.
  archived: ['answer', 'reopen', 'stillTrue', 'hide'],
  hidden: [],
};
const OF_QUESTIONS: readonly Move[] = ['meToo', 'accept', 'unaccept', 'canonical', 'stillTrue'];
const TRANSITIONS: readonly Move[] = ['accept', 'unaccept', 'close', 'reopen', 'archive', ...ARRANGED];
type Standing = Pick<ThreadSeen, 'kind' | 'state'>;

/** Whether the state machine knows this move from the present state. */
export const possible = (thread: Standing, move: Move): boolean =>
  MOVES[thread.state].includes(move) && (thread.kind === 'question' || !OF_QUESTIONS.includes(move));

/** Transitions from the present state, for `illegal-transition`. */
export const transitionsFrom = (thread: Standing): Move[] => TRANSITIONS.filter((move) => possible(thread, move));

export type InvitationState = 'open' | 'will_answer' | 'answered' | 'handed_on' | 'not_my_field' | 'expired';
type Reply = 'will_answer' | 'handed_on' | 'not_my_field';
// The machine of an invitation to answer, as far as who is invited moves it; answering and time do the rest.
const REPLIES: Record<InvitationState, readonly Reply[]> = {
  open: ['will_answer', 'handed_on', 'not_my_field'],
  will_answer: ['handed_on', 'not_my_field'],
  answered: [],
  handed_on: [],
  not_my_field: [],
  expired: ['will_answer'],
};
/** What may still be said to an invitation. */
export const repliesFrom = (state: InvitationState): readonly Reply[] => REPLIES[state];

const isAuthor: Rule<{ authorId: number | null }> = (actor, { authorId }) => authorId === actor.personId;
const moderates: Rule<ThreadSeen> = (actor, thread) => thread.moderates || actor.roles.has('moderator');

/** As whom the actor chooses answers: the asker at once, an expert of the topic or a moderator after 14 days. */
export function acceptsAs(...[actor, thread]: Parameters<Rule<ThreadSeen>>): 'asker' | 'expert' | 'moderator' | null {
  if (!thread.writable) return null;
  if (isAuthor(actor, thread)) return 'asker';
  if (!thread.mature) return null;
  if (thread.expert) return 'expert';
  return moderates(actor, thread) ? 'moderator' : null;
}

export const editThread: Rule<ThreadSeen> = (actor, thread) =>
  thread.writable && isAuthor(actor, thread) && possible(thread, 'edit');
/** Whether it still takes answers is the state's question: `thread-closed`. */
export const answerThread: Rule<ThreadSeen> = (_actor, thread) => thread.writable;
export const commentOn: Rule<PostSeen> = (_actor, post) =>
  post.thread.writable && post.kind !== 'comment' && !post.deleted && possible(post.thread, 'comment');
export const editPost: Rule<PostSeen> = (actor, post) =>
  post.thread.writable &&
  post.kind !== 'question' &&
  !post.deleted &&
  (post.wiki === true || isAuthor(actor, post)) &&
  possible(post.thread, 'edit');
/** "Cho nhiều người sửa": only the author of an answer says so. */
export const setWiki: Rule<PostSeen> = (actor, post) =>
  post.thread.writable &&
  post.kind === 'answer' &&
  !post.deleted &&
  isAuthor(actor, post) &&
  possible(post.thread, 'edit');
export const voteOn: Rule<PostSeen> = (actor, post) =>
  post.thread.writable &&
  post.kind !== 'comment' &&
  !post.deleted &&
  !isAuthor(actor, post) &&
  possible(post.thread, 'vote');
/** "Đơn vị tôi cũng gặp": for somebody of an organisation, who did not ask himself. */
export const addMeToo: Rule<ThreadSeen & { hasOrganisation: boolean }> = (actor, thread) =>
  thread.writable && thread.hasOrganisation && !isAuthor(actor, thread) && possible(thread, 'meToo');
export const removeMeToo: Rule<ThreadSeen> = (_actor, thread) => thread.writable && possible(thread, 'meToo');
export const acceptIn: Rule<ThreadSeen> = (actor, thread) =>
  thread.kind === 'question' && acceptsAs(actor, thread) !== null;
export const closeThread: Rule<ThreadSeen> = (actor, thread) =>
  thread.writable && (isAuthor(actor, thread) || moderates(actor, thread));
/** Moderators put away what nobody needs in the lists any more; time does the same. */
export const archiveThread: Rule<ThreadSeen> = (actor, thread) => thread.writable && moderates(actor, thread);
const anothersAnswer: Rule<PostSeen> = (actor, post) =>
  post.kind === 'answer' && !post.deleted && !isAuthor(actor, post);
/** An expert of the topic marks the answer of somebody else canonical, and takes the mark back. */
export const markCanonical: Rule<PostSeen> = (actor, post) =>
  post.thread.writable && post.thread.expert && anothersAnswer(actor, post);
/** Whoever reads an answer of somebody else says whether it is still true. */
export const sayStillTrue: Rule<PostSeen> = anothersAnswer;
/** What an expert of the topic says of a doubted answer settles the doubts so far. */
export const clearDoubts: Rule<PostSeen> = markCanonical;
/** Experts of the topic and moderators say that a question was asked before. */
export const markDuplicate: Rule<ThreadSeen> = (actor, thread) =>
  thread.writable && (thread.expert || moderates(actor, thread));
/** Who may say so may also take it back. */
export const reopenThread: Rule<ThreadSeen> = (actor, thread) =>
  (thread.state === 'duplicate' ? markDuplicate : closeThread)(actor, thread);
/** What others gave to a duplicate goes only where one may write oneself. */
export const takeFromDuplicate: Rule<ThreadSeen> = (_actor, target) => target.writable;
/** Moving, splitting and merging change what others wrote, or who reads it. */
export const arrangeThread: Rule<ThreadSeen> = (actor, thread) => thread.writable && moderates(actor, thread);
/** A thread is moved only to where one moderates too. */
export const moveInto: Rule<{ writable: boolean; moderates: boolean }> = (actor, space) =>
  space.writable && (space.moderates || actor.roles.has('moderator'));
/** The asker alone says whether more people may read what he asked. */
export const decideMove: Rule<ThreadSeen> = (actor, thread) => thread.writable && isAuthor(actor, thread);
/** Who could answer himself may ask others to. */
export const inviteToAnswer: Rule<ThreadSeen> = (_actor, thread) => thread.writable;
/** Nobody but who hides it shows his name, and nobody takes it back. */
export const showName: Rule<ThreadSeen> = (_actor, thread) =>
  thread.hidesName && thread.writable && thread.state !== 'hidden';
/** Who asks without name: the asker, and the moderators of the space. */
export const seeAsker: Rule<ThreadSeen> = (actor, thread) =>
  thread.state !== 'hidden' && (isAuthor(actor, thread) || (thread.writable && moderates(actor, thread)));
/** Whoever sees a thread may watch it. */
export const watchThread: Rule<ThreadSeen> = () => true;
/** Coordinators see to it that a question that waits too long is answered: it is a duty of theirs. */
export const chaseAnswers: Rule<null> = (actor) => actor.roles.has('coordinator');
/** Moderators and editors are shown the same, to help where they can. */
export const lookAfterAnswers: Rule<null> = (actor) => actor.roles.has('moderator') || actor.roles.has('editor');
/** Moderators hide with a reason, a post or with its question the whole thread. */
export const hidePost: Rule<PostSeen> = (actor, { thread }) =>
  thread.writable && moderates(actor, thread) && possible(thread, 'hide');
/** One takes back what one wrote oneself. */
export const deletePost: Rule<PostSeen> = (actor, post) =>
  post.thread.writable && !post.deleted && isAuthor(actor, post) && possible(post.thread, 'delete');
/** What a moderator hid a moderator restores, what its author deleted its author. */
export const restorePost: Rule<{ kind: 'hidden' | 'deleted'; authorId: number | null; moderates: boolean }> = (
  actor,
  { kind, authorId, moderates: his },
) => (kind === 'deleted' ? authorId === actor.personId : his || actor.roles.has('moderator'));
/** Whoever sees a post may tell the moderators of it, but not of his own. */
export const flagPost: Rule<PostSeen> = (actor, post) => !post.deleted && !isAuthor(actor, post);
export const pinThread: Rule<ThreadSeen> = (actor, thread) =>
  thread.writable && moderates(actor, thread) && possible(thread, 'pin');

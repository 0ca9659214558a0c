/** What was changed of how a person signs in. */
export type FactorChange = 'passkey-added' | 'passkey-removed' | 'totp-added' | 'totp-removed' | 'recovery-made';

/** Every event of the product: its name and its payload of ids. Imports nothing. */
export interface Events {
  'thread.created': { threadId: number };
  'thread.changed': { threadId: number };
  'thread.closed': { threadId: number; postId: number };
  'thread.duplicated': { threadId: number };
  'thread.moved': { threadId: number };
  /** For those who still look at where it stood. */
  'thread.left': { threadId: number };
  'thread.split': { threadId: number };
  'thread.merged': { threadId: number; postId: number };
  'move.asked': { threadId: number };
  'move.decided': { threadId: number; personId: number; agreed: boolean };
  'answer.invited': { threadId: number; personId: number };
  'bookmark.due': { threadId: number; postId: number; personId: number };
  'answer.created': { threadId: number; postId: number };
  'answer.accepted': { threadId: number; postId: number };
  'answer.canonical': { threadId: number; postId: number };
  'answer.doubted': { threadId: number; postId: number };
  'answer.unaccepted': { threadId: number; postId: number };
  'comment.created': { threadId: number; postId: number; parentId: number };
  'post.changed': { threadId: number; postId: number };
  'post.hidden': { threadId: number; postId: number };
  'post.restored': { threadId: number; postId: number };
  'post.voted': { threadId: number; postId: number };
  'notification.created': { notificationId: number; personId: number };
  'invitation.created': { invitationId: number };
  'code.requested': { codeId: number };
  'factor.changed': { personId: number; change: FactorChange };
  'handover.offered': { handoverId: number; personId: number };
  'join.declined': { requestId: number };
  'mailbox.confirmed': { claimId: number; personId: number };
  'email.changed': { personId: number };
  'glossary.changed': { abbreviationId: number };
  'organisation.changed': { organisationId: number };
  'organisation.merged': { fromId: number; intoId: number };
  'account.disabled': { personId: number };
  'review.decided': { reviewId: number; threadId: number; postId: number };
  'session.ended': { personId: number; sessionId: number };
  'joining.opened': { joiningId: number; spaceId: number; personId: number };
  'joining.settled': { joiningId: number; personId: number };
  'space.memberChanged': { spaceId: number; personId: number };
  'space.changed': { spaceId: number };
}

export type EventName = keyof Events;
/** An event as a listener hears it. */
export interface Heard<N extends EventName = EventName> {
  id: string;
  name: N;
  payload: Events[N];
  actorId: number | null;
  at: string;
}

import type { answerInvitations, moderation, Thread, ThreadCard } from '@hat-nhan/contracts';
import type { z } from 'zod';

/** An invented unit. Keys are local to the demo; the loader gives ids. Dates are days, `validTo` is the last day. */
export interface DemoUnit {
  key: string;
  name: string;
  nameEn: string;
  abbreviation: string;
  kind: 'ministry' | 'province' | 'provincial_department' | 'centre' | 'division' | 'enterprise';
  parent?: string;
  validFrom?: string;
  validTo?: string;
}

/** `date` is the last day of the predecessor, as in `successions.csv`. */
export interface DemoSuccession {
  from: string;
  to: string;
  date: string;
  scope: 'main' | 'part';
}

/** `fromDays` and `toDays` count days before the first run. */
export interface DemoPosition {
  unit: string;
  title: string;
  unitText?: string;
  kind: 'in_office' | 'former' | 'retired';
  fromDays: number;
  toDays?: number;
}

export interface DemoPerson {
  key: string;
  name: string;
  prefix?: 'TS.' | 'ThS.' | 'PGS.TS.';
  email: string;
  bio?: string;
  positions: DemoPosition[];
  roles?: ('moderator' | 'editor' | 'coordinator' | 'administrator')[];
  /** Slugs of `topics.json`. */
  expertOf?: string[];
  representativeOf?: string;
  canAnswer?: string[];
  contactVisible?: boolean;
  /** Shown with the contact. No exchange hands out a subscriber's number that begins with 0: nobody is called by mistake. */
  telephone?: string;
  signIn?:
    | 'member'
    | 'expert'
    | 'enterprise'
    | 'representative'
    | 'moderator'
    | 'editor'
    | 'coordinator'
    | 'administrator';
}

/** A group that is read and written by its members alone. Keys of people; every thread in it is by them. */
export interface DemoSpace {
  key: string;
  name: string;
  nameEn: string;
  purpose: string;
  purposeEn?: string;
  description?: string;
  descriptionEn?: string;
  /** Every member may know of it; by invitation only unless they may ask, too. */
  listed?: boolean;
  takesRequests?: boolean;
  moderators: string[];
  members: string[];
}

/** Waits between a person and a group: he asked, or `by` invited him. */
export interface DemoJoining {
  space: string;
  person: string;
  by?: string;
  note: string;
  daysAgo: number;
}

/** Begun and not sent: an answer to a thread by its key, or else a new question. */
export interface DemoDraft {
  author: string;
  answers?: string;
  title?: string;
  text: string;
  hoursAgo: number;
}

/**
 * `at` is HH:MM in Asia/Ho_Chi_Minh. `daysAgo` 0 is the day of the first run, 1 to 5 the working days before it; from 6 on
 * weeks are whole, so that a remainder by 7 of 6 is a Sunday and of 0 a Saturday. Dates of law stand in texts only.
 */
export interface DemoWhen {
  daysAgo: number;
  at: string;
}

/** `text` everywhere is Markdown; a mention is `@[Tên](person:KEY)` with the key of a person. */
export interface DemoComment {
  author: string;
  when: DemoWhen;
  text: string;
}

/** Taken out of sight by a moderator. */
export interface DemoHiding {
  by: string;
  reason: string;
  when: DemoWhen;
}

export interface DemoAnswer {
  /** It was a thread of this title until a moderator merged it into this one. */
  title?: string;
  author: string;
  when: DemoWhen;
  text: string;
  helpful: number;
  accepted?: { by: string; when: DemoWhen };
  hidden?: DemoHiding;
  comments?: DemoComment[];
}

export interface DemoThread {
  key: string;
  kind: 'question' | 'discussion';
  /** One of the three spaces that every instance has, or the key of a group. */
  audience: string;
  /** Slug of `topics.json`. */
  topic: string;
  title: string;
  text: string;
  author: string;
  when: DemoWhen;
  unnamed?: boolean;
  /** `needByInDays` counts from the first run. */
  context?: { system?: string; legalBasis?: string; tried?: string; needByInDays?: number };
  helpful: number;
  /** Keys of distinct units, each with at least one person in office. */
  meToo: string[];
  state: ThreadCard['state'];
  closed?: {
    reason: NonNullable<Thread['closed']>['reason'];
    note?: string;
    by: string;
    when: DemoWhen;
  };
  /** The whole thread. */
  hidden?: DemoHiding;
  /** Keys of other threads: of which this is a duplicate, out of which it was split. */
  duplicateOf?: string;
  splitFrom?: string;
  answers: DemoAnswer[];
  comments?: DemoComment[];
}

/** Asked by name for an answer to a thread; `to` whom it was handed on. Days are counted from the first run. */
export interface DemoAsked {
  thread: string;
  person: string;
  by: string;
  daysAgo: number;
  state: z.infer<typeof answerInvitations.invitationState>;
  to?: string;
}

/** An answer that somebody stands for, named by its thread and its author. */
export interface DemoVouched {
  thread: string;
  author: string;
  by: string;
  when: DemoWhen;
}

/** What a reader says of an answer: "Còn đúng không?". */
export interface DemoSaying extends DemoVouched {
  still: boolean;
  reason: string;
}

export interface DemoReview {
  thread: string;
  author?: string;
  flags: { by: string; reason: z.infer<typeof moderation.flagReason>; note: string; when: DemoWhen }[];
  decided?: { by: string; state: 'upheld' | 'rejected' | 'deferred'; note: string; when: DemoWhen };
}

export interface DemoJoin {
  name: string;
  address: string;
  title: string;
  unit: string;
  note: string;
  daysAgo: number;
  /** Asked for by a colleague. */
  askedBy?: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The text of a question, an answer or a comment. Its author and times stand on the item. */
@Entity('post')
export class Post {
  @PrimaryColumn('int')
  id: number;

  @Column('int', { name: 'space_id' })
  spaceId: number;

  @Column('int', { name: 'thread_id' })
  threadId: number;

  /** Null: the question itself; the thread: an answer, or a comment on the question; another post: a comment on it. */
  @Column('int', { name: 'parent_id', nullable: true })
  parentId: number | null;

  @Column('text')
  kind: 'question' | 'answer' | 'comment';

  /** Markdown as it was written. */
  @Column('text')
  text: string;

  /** Sanitised, with placeholders for mentions. */
  @Column('text')
  html: string;

  @Column('int', { default: 0 })
  helpful: number;

  /** How many files stand under it. */
  @Column('int', { default: 0 })
  files: number;

  /** Everybody who may answer may change it. */
  @Column('boolean', { default: false })
  wiki: boolean;

  /** A short answer first: its author says that more follows. */
  @Column('boolean', { default: false })
  brief: boolean;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: string | null;

  @Column('int', { name: 'accepted_by', nullable: true })
  acceptedBy: number | null;

  @Column('text', { name: 'accepted_as', nullable: true })
  acceptedAs: 'asker' | 'expert' | 'moderator' | null;

  @Column('timestamptz', { name: 'canonical_at', nullable: true })
  canonicalAt: string | null;

  @Column('int', { name: 'canonical_by', nullable: true })
  canonicalBy: number | null;

  /** Somebody said whether it is still true. */
  @Column('boolean', { name: 'told_true', default: false })
  toldTrue: boolean;

  /** Distinct top organisations that say it is still true, and that it is not any more. */
  @Column('int', { name: 'still_true', default: 0 })
  stillTrue: number;

  @Column('int', { name: 'no_longer', default: 0 })
  noLonger: number;

  /** When an expert of the topic looked at the doubts; earlier ones count no more. */
  @Column('timestamptz', { name: 'cleared_at', nullable: true })
  clearedAt: string | null;
}

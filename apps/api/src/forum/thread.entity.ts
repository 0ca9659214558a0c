import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question or discussion: what it counts, and what the asker added. Its title, state and author stand on the item. */
@Entity('thread')
export class Thread {
  @PrimaryColumn('int')
  id: number;

  @Column('int', { name: 'space_id' })
  spaceId: number;

  @Column('int', { default: 0 })
  answers: number;

  @Column('int', { default: 0 })
  accepted: number;

  @Column('int', { default: 0 })
  canonical: number;

  @Column('int', { default: 0 })
  comments: number;

  /** Distinct people who wrote here. */
  @Column('int', { default: 1 })
  people: number;

  @Column('int', { default: 0 })
  helpful: number;

  /** Distinct top organisations that have the same question. */
  @Column('int', { name: 'me_too', default: 0 })
  meToo: number;

  @Column('int', { default: 0 })
  views: number;

  @Column('int', { default: 0 })
  watchers: number;

  @Column('boolean', { default: false })
  pinned: boolean;

  @Column('text', { default: '' })
  system: string;

  @Column('text', { name: 'legal_basis', default: '' })
  legalBasis: string;

  @Column('text', { default: '' })
  tried: string;

  @Column('date', { name: 'need_by', nullable: true })
  needBy: string | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason: string | null;

  @Column('text', { name: 'close_note', default: '' })
  closeNote: string;

  @Column('timestamptz', { name: 'reopened_at', nullable: true })
  reopenedAt: string | null;

  /** The newest post as the list shows it: {postId, at, excerpt, author}. */
  @Column('jsonb', { nullable: true })
  last: object | null;
}

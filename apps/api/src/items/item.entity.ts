import type { Byline } from '@hat-nhan/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type ItemKind = 'question' | 'discussion' | 'answer' | 'comment' | 'person' | 'organisation' | 'topic';

/** What every shared thing has in common. */
@Entity('item')
export class Item {
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @Column('int', { name: 'space_id' })
  spaceId: number;

  @Column('text')
  kind: ItemKind;

  @Column('text')
  title: string;

  @Column('text')
  state: string;

  @Column('int', { name: 'author_id', nullable: true })
  authorId: number | null;

  /** Who wrote, as he was then. */
  @Column('jsonb')
  byline: Byline | Record<string, never>;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: string;

  @Column('timestamptz', { name: 'active_at' })
  activeAt: string;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: string | null;

  @Column('int')
  version: number;

  @Column('boolean')
  demo: boolean;
}

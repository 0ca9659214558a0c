import type { OrganisationKind } from '@hat-nhan/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class Organisation {
  @PrimaryColumn('int')
  id: number;

  @Column('int', { name: 'space_id' })
  spaceId: number;

  @Column('text', { nullable: true })
  code: string | null;

  @Column('text')
  kind: OrganisationKind;

  @Column('text')
  name: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text')
  abbreviation: string;

  @Column('text')
  folded: string;

  @Column('text', { name: 'sort_key' })
  sortKey: string;

  @Column('text')
  region: string;

  @Column('int', { name: 'parent_id', nullable: true })
  parentId: number | null;

  /** The organisation that counts as another one: the root above. */
  @Column('int', { name: 'top_id' })
  topId: number;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: string | null;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text')
  source: string;

  @Column('boolean')
  verified: boolean;

  @Column('boolean')
  demo: boolean;
}

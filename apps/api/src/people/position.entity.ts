import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What somebody is or was, as a dated fact. Days are YYYY-MM-DD; `toDate` is the last one. */
@Entity('position')
export class Position {
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @Column('int', { name: 'person_id' })
  personId: number;

  @Column('int', { name: 'space_id' })
  spaceId: number;

  @Column('text')
  title: string;

  @Column('text')
  unit: string;

  @Column('int', { name: 'organisation_id' })
  organisationId: number;

  @Column('text')
  kind: 'in_office' | 'former' | 'retired';

  @Column('date', { name: 'from_date', nullable: true })
  fromDate: string | null;

  @Column('date', { name: 'to_date', nullable: true })
  toDate: string | null;
}

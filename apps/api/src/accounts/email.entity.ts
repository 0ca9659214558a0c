import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An address that a person signs in with and gets letters at. */
@Entity('email')
export class Email {
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @Column('int', { name: 'person_id' })
  personId: number;

  @Column('text')
  address: string;

  @Column('boolean')
  main: boolean;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: string | null;
}

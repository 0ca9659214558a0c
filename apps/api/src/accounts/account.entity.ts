import type { Locale } from '@hat-nhan/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What lets a person in. */
@Entity('account')
export class Account {
  @PrimaryColumn('int', { name: 'person_id' })
  personId: number;

  /** argon2id in PHC form; null where he signs in by mail code only. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('text')
  locale: Locale;

  @Column('text')
  theme: string;

  @Column('text', { name: 'text_size' })
  textSize: string;

  @Column('text')
  contrast: string;

  @Column('timestamptz', { name: 'rules_at', nullable: true })
  rulesAt: string | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: string | null;

  @Column('text', { name: 'demo_role', nullable: true })
  demoRole: string | null;
}

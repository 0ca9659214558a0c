import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../platform/context.js';

export type InvitationState = 'created' | 'sent' | 'accepted' | 'expired' | 'revoked' | 'replaced';

/** An invitation to an account: for one address, once, 30 days. */
@Entity('invitation')
export class Invitation {
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('text')
  address: string;

  @Column('text')
  name: string;

  @Column('text')
  title: string;

  @Column('text')
  unit: string;

  @Column('int', { name: 'organisation_id', nullable: true })
  organisationId: number | null;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text')
  state: InvitationState;

  @Column('int', { name: 'invited_by', nullable: true })
  invitedBy: number | null;

  @Column('text', { name: 'invited_by_name' })
  invitedByName: string;

  @Column('int', { name: 'person_id', nullable: true })
  personId: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: string;
}

import { Injectable } from '@nestjs/common';
import type { factors, Input, Result } from '@hat-nhan/contracts';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { ownOrigins } from '../platform/origin.js';
import { Problem } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import { CHALLENGE_MS, ChallengesService } from './challenges.service.js';
import { refuseAndKeep } from './transaction.js';

const MOST = 10;
const ES256 = -7;
const RS256 = -257;

const MINE = sql('select credential_id as id, transports from passkey where person_id = $1 order by id');
const ADD =
  sql(`insert into passkey (person_id, credential_id, public_key, counter, transports, name, verified, created_at)
  select $1::int, $2::text, $3::bytea, $4::bigint, $5::text[], $6::text, $7::boolean, $8::timestamptz
  where (select count(*) from passkey where person_id = $1) < ${MOST} returning id`);
const FIND =
  sql(`select k.id, k.person_id as "personId", k.public_key as "publicKey", k.counter, k.transports, k.verified
  from passkey k where k.credential_id = $1`);
// A counter that does not grow is a copy's, except where the device keeps none.
const USED = sql(`update passkey set counter = $2, used_at = $3
  where id = $1 and ((counter = 0 and $2 = 0) or counter < $2) returning id`);
const NAME = sql('select name from app.myself()');

type Assertion = Input<typeof factors.stepUpByPasskey>;
type Transports = { id: string; transports: string[] };
interface Kept extends Transports {
  id: string;
  personId: number;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  verified: boolean;
}

/** Passkeys: keys that a device keeps and signs with, here checked by the library. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly challenges: ChallengesService,
    private readonly settings: Settings,
  ) {}

  async options(ctx: Ctx): Promise<Result<typeof factors.beginPasskey>> {
    const { personId } = actorOf(ctx);
    const { name } = (await ctx.db.row<{ name: string }>(NAME))!;
    const challenge = await this.challenges.make(ctx, 'add');
    const made = await generateRegistrationOptions({
      rpName: 'Hạt Nhân',
      rpID: this.rpId,
      userName: name,
      userDisplayName: name,
      userID: new TextEncoder().encode(String(personId)),
      challenge: bytesOf(challenge),
      timeout: CHALLENGE_MS,
      excludeCredentials: await ctx.db.rows<Transports>(MINE, [personId]),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      supportedAlgorithmIDs: [ES256, RS256],
    });
    return {
      ...made,
      rp: { id: this.rpId, name: made.rp.name },
      timeout: CHALLENGE_MS,
      attestation: 'none',
      excludeCredentials: made.excludeCredentials ?? [],
      authenticatorSelection: { residentKey: 'preferred', requireResidentKey: false, userVerification: 'preferred' },
    };
  }

  /** Keeps a passkey. Throws `wrong-passkey`, `already-exists`. */
  async add(ctx: Ctx, input: Input<typeof factors.addPasskey>): Promise<{ id: number; verified: boolean }> {
    const { registrationInfo: made } = await verifyRegistrationResponse({
      response: {
        id: input.credentialId,
        rawId: input.credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: input.clientData, attestationObject: input.attestation },
      },
      expectedChallenge: (challenge) => this.challenges.take(ctx, 'add', challenge),
      expectedOrigin: ownOrigins(this.settings.origin),
      expectedRPID: this.rpId,
      requireUserVerification: false,
      supportedAlgorithmIDs: [ES256, RS256],
    }).catch(() => ({ registrationInfo: undefined }));
    if (!made) return refuseAndKeep(ctx, new Problem('wrong-passkey')); // its challenge is used up
    const { credential, userVerified: verified } = made;
    const added = await ctx.db.row<{ id: number }>(ADD, [
      actorOf(ctx).personId,
      credential.id,
      Buffer.from(credential.publicKey),
      credential.counter,
      input.transports,
      input.name,
      verified,
      ctx.clock.now(),
    ]);
    if (!added) throw new Problem('already-exists');
    await audit(ctx, { action: 'factor.addPasskey', detail: { passkeyId: added.id, verified } });
    return { id: added.id, verified };
  }

  /** A challenge; for own passkeys where `personId` is given, else for whichever the browser knows. */
  async request(ctx: Ctx, purpose: 'step-up' | 'sign-in', personId?: number) {
    const allowed = personId === undefined ? [] : await ctx.db.rows<Transports>(MINE, [personId]);
    const challenge = await this.challenges.make(ctx, purpose);
    const made = await generateAuthenticationOptions({
      rpID: this.rpId,
      challenge: bytesOf(challenge),
      timeout: CHALLENGE_MS,
      userVerification: purpose === 'step-up' ? 'required' : 'preferred',
      allowCredentials: allowed,
    });
    return {
      challenge: made.challenge,
      rpId: this.rpId,
      timeout: CHALLENGE_MS,
      userVerification: made.userVerification ?? 'preferred',
      allowCredentials: made.allowCredentials ?? [],
    };
  }

  /** Whose passkey signed, and whether the device asked who uses it; undefined where anything does not fit. */
  async check(
    ctx: Ctx,
    purpose: 'step-up' | 'sign-in',
    input: Assertion,
  ): Promise<{ personId: number; verified: boolean } | undefined> {
    const key = await ctx.db.row<Kept>(FIND, [input.credentialId]);
    if (!key) return undefined;
    const checked = await verifyAuthenticationResponse({
      response: {
        id: input.credentialId,
        rawId: input.credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: input.clientData,
          authenticatorData: input.authenticatorData,
          signature: input.signature,
        },
      },
      expectedChallenge: (challenge) => this.challenges.take(ctx, purpose, challenge),
      expectedOrigin: ownOrigins(this.settings.origin),
      expectedRPID: this.rpId,
      credential: { id: input.credentialId, publicKey: new Uint8Array(key.publicKey), counter: 0 },
      requireUserVerification: purpose === 'step-up',
    }).catch(() => undefined);
    if (!checked?.verified) return undefined;
    const { newCounter, userVerified } = checked.authenticationInfo;
    const used = await ctx.db.row<{ id: number }>(USED, [key.id, newCounter, ctx.clock.now()]);
    return used && { personId: key.personId, verified: userVerified && key.verified };
  }

  /** A name: browsers keep no passkey for a bare number, so a loopback number stands for its name. */
  private get rpId(): string {
    return new URL(ownOrigins(this.settings.origin).at(-1)!).hostname;
  }
}

const bytesOf = (token: string) => new Uint8Array(Buffer.from(token, 'base64url'));

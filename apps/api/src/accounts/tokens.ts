import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits as text; only their hash is ever stored. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. A fast hash will do: nobody guesses 256 bits. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Six random digits. */
export const makeCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

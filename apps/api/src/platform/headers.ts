import { randomBytes } from 'node:crypto';

/** What a page would break if markup were only taken from named makers: reported, not enforced (docs/decisions/0007). */
export const TRUSTED_TYPES_REPORT = `require-trusted-types-for 'script'`;

/** A fresh nonce for the scripts and styles of one page. */
export const makeNonce = () => randomBytes(16).toString('base64');

/** The policy of a page: scripts and styles by nonce only, nothing from elsewhere. */
export const contentPolicy = (nonce: string) =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

const ALWAYS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
};
const NOTHING = `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** The headers that every answer carries, errors and 304s too; a page puts its own policy in the place of this one. */
export const headersOf = (requestId: string, secure: boolean): Record<string, string> => ({
  ...ALWAYS,
  'content-security-policy': NOTHING,
  'x-request-id': requestId,
  ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
});

// Plain patterns instead of the URL class: server and page must decide alike whatever their URL tables say.
// A host is ASCII (international names arrive as punycode), so no user:password@ can imitate another host.
const WEB = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.?(?::\d{1,5})?(?:[/?#]|$)/i;
const MAIL = /^mailto:[a-z0-9.!#$%'*+=^_`{|}~-]+@[a-z0-9.-]+(?:\?subject=[^&#]*)?$/i;
const SAME_SITE = /^\/(?!\/)/;
const VISIBLE_ASCII = /^[\x21-\x5b\x5d-\x7e]+$/;
const OWN_FILE = /^\/api\/files\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_ADDRESS = 2_000;

/**
 * Whether a link may lead there: http, https, mailto, or a path on this site.
 * Expects the percent-encoded form; spaces, controls and backslashes (which browsers drop or turn round) are refused.
 */
export function isSafeHref(href: string): boolean {
  if (href.length > LONGEST_ADDRESS || !VISIBLE_ASCII.test(href)) return false;
  return SAME_SITE.test(href) || WEB.test(href) || MAIL.test(href);
}

/** Whether the address is one of our own attachments, the only pictures shown: `/api/files/<uuid>`. */
export function isOwnFile(src: string): boolean {
  return OWN_FILE.test(src);
}

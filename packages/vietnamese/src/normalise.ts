/** Characters that are not seen and carry nothing in Vietnamese text: zero-width, word joiner, BOM, soft hyphen. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;

/** Zero-width characters, bidi marks, overrides and isolates, invisible operators and tags. */
const DECEPTIVE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;

/** C0 and C1 controls, DEL, line and paragraph separators, lone surrogates (PostgreSQL cannot store them). */
const CONTROL = /[\p{Cc}\u2028\u2029\p{Cs}]/u;
const CONTROL_IN_LINES = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/**
 * One spelling for one text: NFC, the Icelandic Ð/ð of old fonts and PDF copies as Đ/đ, no-break space as space,
 * invisible characters dropped. Tone placement and case stay as written. Idempotent.
 */
export function normalise(text: string): string {
  // Dropping comes before composing: a zero-width character may stand between a letter and its mark.
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replaceAll('\u00D0', '\u0110')
    .replaceAll('\u00F0', '\u0111')
    .replaceAll('\u00A0', ' ');
}

/** What a person typed or pasted, ready to be stored: `normalise`, then no white space at either end. */
export function cleanText(text: string): string {
  return normalise(text).trim();
}

/**
 * Whether a text holds what no name or title may hold: control characters, NUL, bidi controls, zero-width characters,
 * lone surrogates. With `multiline`, tab and line breaks are allowed. Call `cleanText` first where pasted
 * zero-width characters should vanish silently rather than be refused.
 */
export function hasForbidden(text: string, options: { multiline?: boolean } = {}): boolean {
  return DECEPTIVE.test(text) || (options.multiline ? CONTROL_IN_LINES : CONTROL).test(text);
}

// Controls, a byte order mark and bidirectional overrides: they can hide what a line really says ("Trojan source").
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text without control characters and bidirectional overrides, well-formed, in NFC. Newlines and tabs stay. */
export function clean(text: string): string {
  return withoutUnseen(text.toWellFormed()).normalize('NFC');
}

/** The same for HTML, which must not be composed: `>` followed by U+0338 would become `≯` and the tag be lost. */
export function withoutUnseen(html: string): string {
  return html.replace(UNSEEN, '');
}

import type { Locale } from '@hat-nhan/contracts';

interface Contents {
  locale: Locale;
  /** Whom the letter addresses; empty where his name is not known. */
  greetingName: string;
  paragraphs: string[];
  /** Six digits that are to be typed, shown large. */
  code?: string;
  button?: { label: string; href: string };
  /** Small print under the signature: why this letter came. */
  note?: string;
}

const words = {
  vi: {
    greeting: (name: string) => (name ? `Kính gửi ông/bà ${name},` : 'Kính gửi ông/bà,'),
    closing: 'Trân trọng,',
    signature: 'Ban điều phối Mạng lưới chuyên gia Chính phủ điện tử',
  },
  en: {
    greeting: (name: string) => (name ? `Dear ${name},` : 'Dear colleague,'),
    closing: 'Yours sincerely,',
    signature: 'The coordinators of the e-Government Experts Network',
  },
} as const;

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * What a person wrote of himself, so that no mail program makes a link of it: a dot inside a word becomes a one dot
 * leader, `://` loses its colon, `@` inside a word stands apart. Looks the same to a reader.
 */
export const defuse = (text: string): string =>
  text
    .replaceAll('://', ' //')
    .replace(/(?<=\S)@/g, ' @ ')
    .replace(/\.(?=[\p{L}\p{N}])/gu, '\u2024');

const p = (inner: string, style = '') => `<p style="margin:0 0 16px;${style}">${inner}</p>`;

/**
 * Writes a mail as a letter somebody would sign: greeting, short paragraphs, at most one button, signature. Plain text
 * and the same as HTML, with inline styles, readable without images and without anything fetched from elsewhere.
 */
export function letter({ locale, greetingName, paragraphs, code, button, note }: Contents): {
  text: string;
  html: string;
} {
  const { greeting, closing, signature } = words[locale];
  const opening = greeting(defuse(greetingName));
  const text = [
    opening,
    ...paragraphs,
    ...(code ? [`    ${code}`] : []),
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    `${closing}\n${signature}`,
    ...(note ? [`--\n${note}`] : []),
  ].join('\n\n');

  const html = [
    `<!doctype html><html lang="${locale}"><body style="margin:0;padding:24px;background:#ffffff;color:#1b2430;font:16px/1.55 'Be Vietnam Pro',Arial,sans-serif"><div style="max-width:560px">`,
    p(escape(opening)),
    ...paragraphs.map((paragraph) => p(escape(paragraph))),
    code ? p(escape(code), 'font-size:28px;font-weight:700;letter-spacing:6px') : '',
    button
      ? p(
          `<a href="${escape(button.href)}" style="display:inline-block;padding:12px 20px;background:#0b5394;color:#ffffff;text-decoration:none;border-radius:6px;font-weight:600">${escape(button.label)}</a>`,
        ) + p(`${escape(button.href)}`, 'font-size:13px;color:#55606e;word-break:break-all')
      : '',
    p(`${escape(closing)}<br>${escape(signature)}`),
    note ? p(escape(note), 'border-top:1px solid #d8dde3;padding-top:12px;font-size:13px;color:#55606e') : '',
    '</div></body></html>',
  ]
    .filter(Boolean)
    .join('\n');
  return { text: `${text}\n`, html };
}

import { slug } from '@hat-nhan/vietnamese';

/** Text as it can stand in HTML, between tags and in a quoted attribute. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** JSON that can stand inside a script element. */
export const embedded = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);

/** The address of a thing as links to it are written: its number, and its name for people. */
export const address = (path: string, id: number, name: string): string =>
  [`${path}/${id}`, slug(name)].filter(Boolean).join('-');

import type { Byline, Locale } from '@hat-nhan/contracts';
import { titleIn } from '@hat-nhan/vietnamese';
import { escapeText as text } from './page-text.js';

/** Stands where the page will have a word of its own, so that what follows is where it will stay. */
export const blank = (...widths: number[]) =>
  widths.map((width) => `<span style="width:${width}rem;max-width:100%">&nbsp;</span>`).join('');

export type Named = { name: string; nameEn: string };
export type Crumb = readonly [address: string, name: string];
/** What the first lines of a page are made of. */
export interface Shown {
  data: unknown;
  locale: Locale;
  visitor: boolean;
  /** The name of a page by its path. */
  titleOf(path: string): string;
  /** What stands behind the question mark of the address. */
  query: string;
  /** What the network is, in a sentence or two. */
  about: string;
  network: string;
}

export const nameOf = (named: Named, locale: Locale) => (locale === 'en' && named.nameEn ? named.nameEn : named.name);
export const heading = (title: string) => `<div class="titlebar"><h1 class="title">${text(title)}</h1></div>`;
export const links = (crumbs: readonly Crumb[]) =>
  crumbs.map(([href, name]) => `<a href="${text(href)}">${text(name)}</a>`);
export const crumb = (crumbs: readonly Crumb[]) => `<nav class="crumb">${links(crumbs).join(' / ')}</nav>`;
export const columns = (html: string) => `<div class="cols"><div>${html}</div></div>`;

export const byline = (by: Byline, locale: Locale) =>
  text(
    [by.name ?? by.title, by.name === null ? '' : titleIn(by.title, locale), by.organisation]
      .filter(Boolean)
      .join(', '),
  );

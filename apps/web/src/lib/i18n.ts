import { i18n, type Messages } from '@lingui/core';
import { messages as vietnamese } from '../locales/vi.po';
import { setCookie } from './cookie.js';

export type Locale = 'vi' | 'en';

/** The language that the page speaks now. */
export const locale = (): Locale => (i18n.locale === 'en' ? 'en' : 'vi');

// Vietnamese comes with the page, since nearly everyone reads it; English is fetched when it is chosen.
const catalogue = async (wanted: Locale): Promise<Messages> =>
  wanted === 'vi' ? vietnamese : (await import('../locales/en.po')).messages;

/** Speaks another language without loading the page again. */
export async function speak(wanted: Locale): Promise<void> {
  i18n.loadAndActivate({ locale: wanted, messages: await catalogue(wanted) });
  document.documentElement.lang = wanted;
}

/** Remembers the language on this device, so that the server makes the next page in it. */
export const rememberLocale = (wanted: Locale): void => setCookie('locale', wanted);

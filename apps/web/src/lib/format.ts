import {
  formatDate,
  formatLongDate,
  formatNumber,
  formatRelative,
  formatTime,
  formatWeekdayDate,
} from '@hat-nhan/vietnamese';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Locale } from './i18n.js';

/** Dates and numbers in a language; `formats('vi')`. Times are those of Việt Nam. */
export const formats = (locale: Locale) => ({
  /** 05/01/2026 */
  date: (at: string) => formatDate(at, locale),
  /** 14:05 */
  time: (at: string) => formatTime(at),
  /** 05/01/2026 14:05 */
  moment: (at: string) => `${formatDate(at, locale)} ${formatTime(at)}`,
  longDate: (at: string) => formatLongDate(at, locale),
  weekday: (at: string) => formatWeekdayDate(at, locale),
  /** 1.234,5 */
  number: (value: number) => formatNumber(value, locale),
  relative: (at: string, now: number) => formatRelative(at, now, locale),
});

/** `formats` of the language that the page speaks now. */
export function useFormat() {
  const { i18n } = useLingui();
  return useMemo(() => formats(i18n.locale === 'en' ? 'en' : 'vi'), [i18n.locale]);
}

import type { Locale } from './dates.js';

/**
 * A number as people here write it: 1.234.567,89 (vi), 1,234,567.89 (en), rounded to at most `decimals` places without
 * trailing zeros. Throws RangeError for NaN, infinities and magnitudes of 1e21 and more.
 */
export function formatNumber(value: number, locale: Locale = 'vi', decimals = 2): string {
  if (!(Math.abs(value) < 1e21)) throw new RangeError(`Not a number that can be written out: ${value}`);
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const [group, point] = locale === 'vi' ? ['.', ','] : [',', '.'];
  const places = fraction.replace(/0+$/u, '');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/gu, group) + (places && point + places);
  return value < 0 && /[1-9]/u.test(digits) ? `-${digits}` : digits;
}

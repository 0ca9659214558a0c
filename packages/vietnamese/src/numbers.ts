import type { Locale } from './dates.js';

/**
 * A number as people here write it: 1.234.567,89 (vi), 1,234,567.89 (en), rounded to at most `decimals` places without
 * trailing zeros. Throws RangeError for NaN, infinities and magnitudes of 1e21 and more.
 */
export function formatNumber(value: number, locale: Locale = 'vi', decimals = 2): string {
  if (!(Math.abs(value) < 1e21)) throw new RangeError(`Not a number that can be written out: ${value}`);
  const maximumFractionDigits = decimals;
  return Number(value.toFixed(decimals)).toLocaleString(locale, { maximumFractionDigits, signDisplay: 'negative' });
}

export type Locale = 'vi' | 'en';

/** A moment: Date, ISO 8601 text or milliseconds. A day without time (`2026-01-05`) stays that day. */
export type Moment = Date | string | number;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS: Record<Locale, string[]> = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Asia/Ho_Chi_Minh is UTC+7 without summer time; the shifted Date is read with its UTC getters only. */
function local(moment: Moment): Date {
  const shifted = new Date(new Date(moment).getTime() + 7 * HOUR_MS);
  if (Number.isNaN(shifted.getTime())) throw new RangeError(`Not a moment: ${String(moment)}`);
  return shifted;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** `05/01/2026` in Vietnamese time, the same in both languages: the product has one short date. Throws RangeError. */
export function formatDate(moment: Moment, _locale: Locale = 'vi'): string {
  const date = local(moment);
  return `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** `14:05` in Vietnamese time, 24 hours. Throws RangeError for what is not a moment. */
export function formatTime(moment: Moment): string {
  const date = local(moment);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

/**
 * `ngày 05 tháng 02 năm 2026`: a zero before days below 10 and months 1 and 2 only (NĐ 30/2020/NĐ-CP, annex I), so
 * `ngày 05 tháng 8`. In English `5 February 2026`. Throws RangeError for what is not a moment.
 */
export function formatLongDate(moment: Moment, locale: Locale = 'vi'): string {
  const date = local(moment);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  if (locale === 'en') return `${day} ${MONTHS[month - 1]} ${year}`;
  return `ngày ${pad(day)} tháng ${month < 3 ? pad(month) : month} năm ${year}`;
}

/** `Thứ Hai, ngày 23 tháng 11 năm 2026`; `Monday, 23 November 2026`. Throws RangeError for what is not a moment. */
export function formatWeekdayDate(moment: Moment, locale: Locale = 'vi'): string {
  return `${WEEKDAYS[locale][local(moment).getUTCDay()]}, ${formatLongDate(moment, locale)}`;
}

function ago(count: number, vietnamese: string, english: string, locale: Locale): string {
  if (locale === 'vi') return `${count} ${vietnamese} trước`;
  return `${count} ${english}${count === 1 ? '' : 's'} ago`;
}

/**
 * How long ago, short: `vừa xong`, `5 phút trước`, `3 giờ trước` (the same day), `hôm qua 14:05`, then the date. A moment
 * up to one minute ahead (clocks differ) is `vừa xong`, later ones are dates. Throws RangeError.
 */
export function formatRelative(from: Moment, now: Moment, locale: Locale = 'vi'): string {
  const [then, today] = [local(from), local(now)];
  const passed = today.getTime() - then.getTime();
  if (Math.abs(passed) < MINUTE_MS) return locale === 'vi' ? 'vừa xong' : 'just now';
  const days = Math.floor(today.getTime() / DAY_MS) - Math.floor(then.getTime() / DAY_MS);
  if (passed < 0 || days > 1) return formatDate(from, locale);
  if (passed < HOUR_MS) return ago(Math.floor(passed / MINUTE_MS), 'phút', 'minute', locale);
  if (days === 0) return ago(Math.floor(passed / HOUR_MS), 'giờ', 'hour', locale);
  return `${locale === 'vi' ? 'hôm qua' : 'yesterday'} ${formatTime(from)}`;
}

import { fold } from './fold.js';

/** The controlled list of titles of positions: as they are written in Vietnamese, and in English. */
export const POSITION_TITLES: readonly { vi: string; en: string }[] = [
  { vi: 'Trưởng phòng', en: 'Head of Division' },
  { vi: 'Phó Trưởng phòng', en: 'Deputy Head of Division' },
  { vi: 'Giám đốc', en: 'Director' },
  { vi: 'Phó Giám đốc', en: 'Deputy Director' },
  { vi: 'Chuyên viên', en: 'Official' },
  { vi: 'Chuyên gia', en: 'Specialist' },
];

const byFold = new Map(POSITION_TITLES.map((title) => [fold(title.vi), title]));
const FORMER = /^Nguyên (.+)$/u;

/** A title as the list writes it, marked and with its capitals; any other as given. */
export const listedTitle = (title: string): string => byFold.get(fold(title))?.vi ?? title;

/** A title of the list in a language, also with "Nguyên" before it; what somebody typed himself stays as he typed it. */
export function titleIn(title: string, locale: string): string {
  if (locale !== 'en') return title;
  const listed = byFold.get(fold(title));
  if (listed) return listed.en;
  const former = FORMER.exec(title)?.[1];
  const held = former && byFold.get(fold(former));
  return held ? `former ${held.en}` : title;
}

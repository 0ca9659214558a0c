import { describe, expect, it } from '@jest/globals';
import { listedTitle, POSITION_TITLES, titleIn } from './titles.js';

describe('titles of positions', () => {
  it('of the list are said in English, also of who held them', () => {
    for (const { vi, en } of POSITION_TITLES) {
      expect(titleIn(vi, 'en')).toBe(en);
      expect(titleIn(vi, 'vi')).toBe(vi);
    }
    expect(titleIn('Nguyên Giám đốc', 'en')).toBe('former Director');
    expect(listedTitle('pho giam doc')).toBe('Phó Giám đốc');
  });

  it('that somebody typed stay as they are', () => {
    for (const typed of ['Chánh Văn phòng', 'Nguyên Chánh Văn phòng', 'Giám đốc Trung tâm dữ liệu', ''])
      expect([titleIn(typed, 'en'), listedTitle(typed)]).toEqual([typed, typed]);
  });
});

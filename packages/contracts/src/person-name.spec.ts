import { describe, expect, it } from '@jest/globals';
import { personName } from './person-name.js';

describe('the name of a person', () => {
  it.each([
    'Nguyễn Thị Hồng Hạnh',
    'Nguyễn Thị Hồng Hạnh'.normalize('NFD'),
    'TS. H’Hen Niê-Đặng',
    "K'Sor Y Čăm",
    'Lò Văn Ọt',
    'Anne-Marie O’Neill',
    'Ban Văn Quản',
    'Il',
  ])('%s', (name) => expect(personName.parse(name)).toBe(name.normalize('NFC')));

  it.each([
    ['an office', 'Quản trị viên'],
    ['an office without marks, with dots', 'QUAN.TRI  VIEN'],
    ['the network', 'Hạt-Nhân'],
    ['I for l and l for I', 'Admln'],
    ['rn for m', 'Adrnin'],
    ['Cyrillic letters', 'Аdmin'],
    ['Cyrillic letters in a name', 'Nguyеn Van A'],
    ['Greek', 'Νguyen'],
    ['Latin alpha', 'Nguyễn Vɑn A'],
    ['dotless i', 'Mınh'],
    ['small capitals', 'ᴀdmin'],
    ['African Đ', 'Ɖặng Văn A'],
    ['eth', 'ðặng Văn A'],
    ['long s', 'ſơn'],
    ['fullwidth', 'Ａｄｍｉｎ'],
    ['mathematical letters', '𝐀dmin'],
    ['a pile of marks', 'a\u0301\u0302\u0303\u0304\u0306n'],
    ['a struck D', 'D\u0335ặng Văn A'],
    ['a caron for a breve', 'Năm'.replace('ă', 'a\u030c')],
    ['a small letter as a mark', 'Nguye\u0364n'],
    ['digits', 'Nguyen Van 4'],
    ['no letter', '. .'],
    ['nothing seen', 'Lê\u3164Văn'],
  ])('not %s: %s', (_, name) => expect(personName.safeParse(name).success).toBe(false));
});

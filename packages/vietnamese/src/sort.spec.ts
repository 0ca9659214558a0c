import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { syllable, text } from './fixtures/text.js';
import { initials, nameSortKey, sortKey } from './index.js';

/** As `ORDER BY key COLLATE "C"`: by bytes, which for ASCII is JavaScript's own comparison. */
const byKey =
  (key: (text: string) => string) =>
  (left: string, right: string): number =>
    key(left) < key(right) ? -1 : Number(key(left) > key(right));

const shuffled = (list: string[]) =>
  list.toSorted((left, right) => right.length - left.length || (left < right ? 1 : -1));

describe('sortKey', () => {
  it.each([
    ['alphabet', 'a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y'.split(' ')],
    ['tones', ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']],
    ['letters before tones', ['bạ', 'ban', 'bàn', 'bạn', 'bang', 'băn', 'bân', 'bấn']],
    ['word by word', ['ba', 'ba ba', 'bà', 'bà con', 'bả', 'bã mía', 'bá', 'bạ', 'bác']],
    ['numbers by value', ['2 sao', '10 năm', 'Khóa 1', 'Khóa 2', 'Khóa 10', 'Quận 1', 'Quận 11']],
    ['provinces', ['An Giang', 'Cà Mau', 'Cao Bằng', 'Đà Nẵng', 'Đắk Lắk', 'Đồng Nai', 'Gia Lai', 'Hà Nội', 'Huế']],
  ])('%s', (_name, ordered) => {
    expect(shuffled(ordered).toSorted(byKey(sortKey))).toEqual(ordered);
  });

  it('does not see case, punctuation or tone placement', () => {
    expect(sortKey('“Hoà Bình”')).toBe(sortKey('HÒA BÌNH'));
  });

  it('agrees with Intl.Collator on syllables, letters and tones', () => {
    const { compare } = new Intl.Collator('vi');
    fc.assert(
      fc.property(syllable, syllable, (left, right) => {
        expect(byKey(sortKey)(left, right)).toBe(Math.sign(compare(left, right)) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets the first word that differs decide, and puts the shorter text first', () => {
    fc.assert(
      fc.property(syllable, syllable, text, text, (left, right, one, two) => {
        const order = byKey(sortKey)(left, right);
        if (order !== 0) expect(byKey(sortKey)(`${left} ${one}`, `${right} ${two}`)).toBe(order);
        expect(byKey(sortKey)(left, `${left} ${right}`)).toBe(-1);
      }),
    );
  });

  it('is printable ASCII, the same for NFD', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(sortKey(any)).toMatch(/^[ -~]*$/u);
        expect(sortKey(any.normalize('NFD'))).toBe(sortKey(any));
      }),
    );
  });
});

describe('nameSortKey', () => {
  it('goes by given name, middle names, family name', () => {
    const ordered = [
      'Đỗ An',
      'Trần An',
      'Lê Bá An',
      'Lê Thị An',
      'Bùi Thị Kim An',
      'Trần Văn Ánh',
      'Phạm Bình',
      'Nguyễn Huy Dũng',
      'Nguyễn Văn Dũng',
      'Lê Đức',
    ];
    expect(shuffled(ordered).toSorted(byKey(nameSortKey))).toEqual(ordered);
  });

  it('takes names of one word and none', () => {
    expect(nameSortKey('Khôi')).toBe(sortKey('Khôi'));
    expect(nameSortKey('  ')).toBe('');
  });
});

describe('initials', () => {
  it.each([
    ['Nguyễn Minh Khôi', 'MK'],
    ['ThS. Lê Thu Hà', 'TH'],
    ['Đỗ Thị Mai Phương', 'MP'],
    ['Vũ Đức Thắng', 'ĐT'],
    ['Trần Ngọc Ánh', 'NA'],
    ['Hoàng Ân', 'HÂ'],
    ['khôi', 'K'],
    ['', ''],
  ])('%s is %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
    expect(initials(name.normalize('NFD'))).toBe(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  formatDate,
  formatLongDate,
  formatNumber,
  formatRelative,
  formatTime,
  formatWeekdayDate,
  refusesToneSpelling,
} from './index.js';

describe('dates', () => {
  it('are those of Vietnam, whatever the zone of the machine', () => {
    expect(formatDate('2026-01-04T17:00:00Z', 'vi')).toBe('05/01/2026');
    expect(formatDate(new Date('2026-01-04T16:59:59Z'), 'en')).toBe('04/01/2026');
    expect(formatDate('2026-01-05', 'vi')).toBe('05/01/2026');
    expect(formatTime('2026-11-23T07:05:59Z')).toBe('14:05');
    expect(formatTime('2026-11-23T17:00:00Z')).toBe('00:00');
  });

  it('agree with the zone table of the runtime', () => {
    const options = { timeZone: 'Asia/Ho_Chi_Minh', hourCycle: 'h23' } as const;
    const table = new Intl.DateTimeFormat('en-GB', { ...options, dateStyle: 'short', timeStyle: 'short' });
    const moments = fc.date({ min: new Date('1976-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(`${formatDate(moment, 'vi')}, ${formatTime(moment)}`).toBe(table.format(moment));
      }),
    );
  });

  it('follow the zero rule of official documents in full', () => {
    expect(formatLongDate('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(formatLongDate('2026-08-05')).toBe('ngày 05 tháng 8 năm 2026');
    expect(formatLongDate('2020-06-11')).toBe('ngày 11 tháng 6 năm 2020');
    expect(formatLongDate('2026-01-31')).toBe('ngày 31 tháng 01 năm 2026');
    expect(formatLongDate('2026-02-05', 'en')).toBe('5 February 2026');
    expect(formatWeekdayDate('2026-11-23')).toBe('Thứ Hai, ngày 23 tháng 11 năm 2026');
    expect(formatWeekdayDate('2026-11-22T16:59:00Z')).toBe('Chủ Nhật, ngày 22 tháng 11 năm 2026');
    expect(formatWeekdayDate('2026-11-28', 'en')).toBe('Saturday, 28 November 2026');
  });

  it('refuse what is not a moment', () => {
    expect(() => formatDate('hôm nay')).toThrow(RangeError);
    expect(() => formatRelative(Number.NaN, 0)).toThrow(RangeError);
  });
});

describe('formatRelative', () => {
  // Now is 17:30 on Monday 23/11/2026 in Vietnam.
  const now = '2026-11-23T10:30:00Z';

  it.each([
    ['2026-11-23T10:29:30Z', 'vừa xong', 'just now'],
    ['2026-11-23T10:30:30Z', 'vừa xong', 'just now'],
    ['2026-11-23T10:29:00Z', '1 phút trước', '1 minute ago'],
    ['2026-11-23T09:31:00Z', '59 phút trước', '59 minutes ago'],
    ['2026-11-23T09:30:00Z', '1 giờ trước', '1 hour ago'],
    ['2026-11-23T07:05:00Z', '3 giờ trước', '3 hours ago'],
    ['2026-11-22T17:00:00Z', '17 giờ trước', '17 hours ago'],
    ['2026-11-22T07:05:00Z', 'hôm qua 14:05', 'yesterday 14:05'],
    ['2026-11-21T17:00:00Z', 'hôm qua 00:00', 'yesterday 00:00'],
    ['2026-11-21T16:59:00Z', '21/11/2026', '21/11/2026'],
    ['2026-11-24T10:30:00Z', '24/11/2026', '24/11/2026'],
  ])('%s is %s', (from, vi, en) => {
    expect(formatRelative(from, now, 'vi')).toBe(vi);
    expect(formatRelative(from, now, 'en')).toBe(en);
  });

  it('counts minutes across midnight', () => {
    expect(formatRelative('2026-11-22T16:50:00Z', '2026-11-22T17:10:00Z')).toBe('20 phút trước');
  });
});

describe('formatNumber', () => {
  it.each([
    [1_234_567.89, '1.234.567,89', '1,234,567.89'],
    [0, '0', '0'],
    [-0.001, '0', '0'],
    [-1234.5, '-1.234,5', '-1,234.5'],
    [999, '999', '999'],
    [1000, '1.000', '1,000'],
    [15_000_000_000, '15.000.000.000', '15,000,000,000'],
  ])('%p', (value, vi, en) => {
    expect(formatNumber(value, 'vi')).toBe(vi);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  it('rounds to the places asked for and refuses what is no number', () => {
    expect(formatNumber(2.345, 'vi', 1)).toBe('2,3');
    expect(formatNumber(1999.6, 'vi', 0)).toBe('2.000');
    expect(() => formatNumber(Number.NaN)).toThrow(RangeError);
    expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('agrees with the runtime on whole numbers', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(formatNumber(value, 'vi')).toBe(new Intl.NumberFormat('vi-VN').format(value));
        expect(formatNumber(value, 'en')).toBe(new Intl.NumberFormat('en').format(value));
      }),
    );
  });
});

describe('refusesToneSpelling', () => {
  it('finds the other style at the end of a syllable', () => {
    expect(refusesToneSpelling('Đã xoá khoá học, số HOÁ; uỷ ban, khoẻ, thuỵ'.normalize('NFD'))).toEqual([
      'xoá',
      'khoá',
      'HOÁ',
      'uỷ',
      'khoẻ',
      'thuỵ',
    ]);
  });

  it('lets the style of the product and all else pass', () => {
    const right = 'xóa khóa hòa thỏa khỏe thủy hủy ủy quý Quỳ quỹ QUÝ hoàn khoản toàn khuỷu ngoáy thuế loét tuyển';
    expect(refusesToneSpelling(right)).toEqual([]);
  });
});

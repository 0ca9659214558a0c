import { describe, expect, test } from '@jest/globals';
import { excerpt, LIMITS, limits, plainText, render } from './index.js';

describe('plainText', () => {
  test('keeps the words of every block', () => {
    const source =
      '# Căn cứ\nTheo **NĐ 30**\n[Điều 5](https://a.vn)\n\n- một\n- hai\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\nx < y\n```\n\n![sơ đồ](https://a.vn/x)';
    expect(plainText(source)).toBe('Căn cứ\nTheo NĐ 30\nĐiều 5\nmột\nhai\nA | B\n1 | 2\nx < y\nsơ đồ');
  });

  test('names mentions only as this reader knows them', () => {
    const source = '@[Tên cũ](person:1) @[Khác](person:2)';
    expect(plainText(source)).toBe('@… @…');
    expect(plainText(source, (_kind, id) => (id === 1 ? 'Lê Thị Cúc' : undefined))).toBe('@Lê Thị Cúc @…');
  });

  test('is what render gives for search', () => {
    expect(render('*a*\n@[b](person:1)').text).toBe(plainText('*a*\n@[b](person:1)'));
  });
});

describe('excerpt', () => {
  test('cuts after a whole word, never longer than asked', () => {
    expect(excerpt('Đơn vị tôi đang triển khai', 15)).toBe('Đơn vị tôi…');
    expect(excerpt('Đơn vị tôi đang triển khai', 11)).toBe('Đơn vị tôi…');
    expect(excerpt('Đơn vị tôi, đang', 12)).toBe('Đơn vị tôi…');
    expect(excerpt('**Ngắn**\n\nthôi')).toBe('Ngắn thôi');
    expect(excerpt('a'.repeat(300))).toBe(`${'a'.repeat(199)}…`);
    expect(excerpt('Nhờ @[Tên cũ](person:1) xem', 20, () => 'Lê Thị Cúc')).toBe('Nhờ @Lê Thị Cúc xem');
    expect(excerpt('😀'.repeat(30), 10)).toBe(`${'😀'.repeat(9)}…`);
  });
});

describe('limits', () => {
  test('length counts composed code points', () => {
    expect(limits('ế'.repeat(LIMITS.codePoints))).toBeUndefined();
    expect(limits('ế'.normalize('NFD').repeat(LIMITS.codePoints))).toBeUndefined();
    expect(limits('😀'.repeat(LIMITS.codePoints))).toBeUndefined();
    expect(limits('a'.repeat(LIMITS.codePoints + 1))).toBe('too_long');
    expect(limits('a'.repeat(LIMITS.codePoints * 5))).toBe('too_long');
  });

  test('depth counts quotations, lists and emphasis together', () => {
    expect(limits('>'.repeat(20) + ' a')).toBeUndefined();
    expect(limits('>'.repeat(21) + ' a')).toBe('too_deep');
    expect(limits('- '.repeat(20) + 'a')).toBeUndefined();
    expect(limits('- '.repeat(21) + 'a')).toBe('too_deep');
    expect(limits('> '.repeat(19) + '**a**')).toBeUndefined();
    expect(limits('> '.repeat(19) + '***a***')).toBe('too_deep');
    expect(limits('*'.repeat(100) + 'a' + '*'.repeat(100))).toBe('too_deep');
  });

  test('nothing within the depth is lost, and what is deeper stays as text', () => {
    expect(plainText('- '.repeat(20) + 'cuối')).toBe('cuối');
    expect(plainText('> '.repeat(40) + 'cuối')).toContain('cuối');
    expect(render('*'.repeat(500) + 'cuối' + '*'.repeat(500)).html.match(/<strong>/g)).toHaveLength(20);
  });

  test('mentions and links', () => {
    expect(limits('@[A](person:1) '.repeat(50))).toBeUndefined();
    expect(limits('@[A](person:1) '.repeat(51))).toBe('too_many_mentions');
    expect(limits('[a](/b) '.repeat(100))).toBeUndefined();
    expect(limits('https://a.vn '.repeat(101))).toBe('too_many_links');
    expect(limits('![a](https://a.vn) '.repeat(101))).toBe('too_many_links');
  });
});

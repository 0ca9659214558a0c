import { describe, expect, it } from '@jest/globals';
import { defuse, letter } from './letter.js';

const plain = { locale: 'vi', greetingName: 'Nguyễn Minh Khôi', paragraphs: ['Đoạn một.', 'Đoạn hai.'] } as const;

describe('a letter', () => {
  it('greets, says its paragraphs and is signed', () => {
    expect(letter({ ...plain, paragraphs: [...plain.paragraphs] }).text).toBe(
      'Kính gửi ông/bà Nguyễn Minh Khôi,\n\nĐoạn một.\n\nĐoạn hai.\n\nTrân trọng,\nBan điều phối Mạng lưới chuyên gia Chính phủ điện tử\n',
    );
    expect(letter({ locale: 'en', greetingName: '', paragraphs: [] }).text).toMatch(/^Dear colleague,/);
  });

  it('fetches nothing and lets no markup through', () => {
    const { html } = letter({
      locale: 'vi',
      greetingName: '<img src=x onerror=alert(1)>',
      paragraphs: ['"><script>alert(1)</script>'],
      button: { label: 'Xem', href: 'https://mang-luoi.example.vn/a?b="c"' },
      note: '<b>',
    });
    expect(html).not.toMatch(/<(img|script|b|link|style)\b/i);
    expect(html).not.toMatch(/<[^>]*\s(src|background|srcset)=|url\(/i);
    expect(html).toContain('href="https://mang-luoi.example.vn/a?b=&#34;c&#34;"');
  });

  it('makes no link of a name', () => {
    expect(defuse('https://lua-dao.example/x')).toBe('https //lua-dao\u2024example/x');
    expect(letter({ ...plain, paragraphs: [], greetingName: 'www.lua-dao.example' }).text).not.toMatch(
      /lua-dao\.example/,
    );
    expect(defuse('PGS. TS. Trần Nam')).toBe('PGS. TS. Trần Nam');
    expect(defuse('ai.do@lua-dao.example')).toBe('ai\u2024do @ lua-dao\u2024example');
    expect(defuse('Nhờ @Lê Thị Cúc xem')).toBe('Nhờ @Lê Thị Cúc xem');
  });
});

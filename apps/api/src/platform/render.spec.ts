import { render } from '@hat-nhan/markdown';
import { describe, expect, it } from '@jest/globals';
import { DIRECT, renderSafely } from './render.js';

const errors = (code: string) => ({ details: { errors: [expect.objectContaining({ pointer: '/text', code })] } });
const long = `${'Một đoạn **văn** có [liên kết](https://example.vn/a). '.repeat(60)}\n\n`.repeat(3);

describe('renderSafely', () => {
  it('gives the same bytes at once and from the worker', async () => {
    expect(long.length).toBeGreaterThan(DIRECT);
    const source = long.replaceAll('(https://example.vn/a)', '');
    expect(await renderSafely(source)).toEqual(render(source));
    expect(await renderSafely('Ngắn *thôi*')).toEqual(render('Ngắn *thôi*'));
  });

  it('names the limit that a text breaks, short or long', async () => {
    await expect(renderSafely(long)).rejects.toMatchObject(errors('too-many'));
    await expect(renderSafely('> '.repeat(30) + 'sâu')).rejects.toMatchObject(errors('format'));
  });

  it('kills a worker that takes too long, and serves the next text', async () => {
    const slow = `${'> '.repeat(18)}x\n${'y\n'.repeat(20_000)}`; // more than 100 ms of work
    await expect(renderSafely(slow, 2)).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await renderSafely('Câu dài hơn giới hạn. '.repeat(400))).text).toContain('Câu dài');
  });

  it('answers several long texts in their order', async () => {
    const sources = [1, 2, 3, 4].map((n) => `Bài ${n}. ${'chữ '.repeat(1500)}`);
    const texts = await Promise.all(sources.map((source) => renderSafely(source)));
    expect(texts.map(({ text }) => text.slice(0, 5))).toEqual(['Bài 1', 'Bài 2', 'Bài 3', 'Bài 4']);
  });

  it('turns a fifth long text away while four are at work, and never a short one', async () => {
    const source = 'Câu dài hơn giới hạn. '.repeat(400);
    const four = [1, 2, 3, 4].map(() => renderSafely(source));
    await expect(renderSafely(source)).rejects.toMatchObject({ code: 'unavailable', details: { retryAfter: 2 } });
    expect((await renderSafely('Ngắn *thôi*')).text).toBe('Ngắn thôi');
    expect(await Promise.all(four)).toHaveLength(4);
    expect((await renderSafely(source)).text).toContain('Câu dài');
  });
});

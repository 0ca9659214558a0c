import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { email, idText, line, prose } from './common.js';
import { fieldMessage } from './field-words.js';
import { route } from './route.js';
import { routes } from './routes.js';

describe('routes', () => {
  it('refuse a name that stands in two places of the request', () => {
    const twice = () =>
      route('x.y', {
        method: 'POST',
        path: '/api/x/:id',
        access: 'anyone',
        summary: 'X.',
        params: z.strictObject({ id: idText }),
        body: z.strictObject({ id: z.int() }),
        response: z.object({}),
      });
    expect(twice).toThrow('stands in two places');
  });

  it('state each parameter of their path', () => {
    for (const stated of routes) {
      const inPath = [...stated.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
      expect({ name: stated.name, params: Object.keys(stated.params?.shape ?? {}) }).toEqual({
        name: stated.name,
        params: inPath,
      });
    }
  });

  it('take strict objects only, so that unknown properties are refused', () => {
    for (const stated of routes) {
      for (const part of [stated.params, stated.query, stated.body]) {
        if (part)
          expect({ name: stated.name, open: part.safeParse({ nobodyStatedThis: 1 }).success }).toEqual({
            name: stated.name,
            open: false,
          });
      }
    }
  });
});

describe('fields', () => {
  it('bring text to NFC and refuse what is hidden', () => {
    expect(line(1, 100).parse(' Hòa '.normalize('NFD'))).toBe('Hòa'.normalize('NFC'));
    for (const hidden of ['\u0000', '\u202e', '\u200b', '\u2066', '\ufeff'])
      expect(line(1, 100).safeParse(`a${hidden}b`).success).toBe(false);
    expect(prose(1).safeParse('một\nhai\tba').success).toBe(true);
    expect(prose(1).safeParse('a\u202eb').success).toBe(false);
  });

  it('count code points, not UTF-16 units', () => {
    expect(line(1, 3).safeParse('😀😀😀').success).toBe(true);
    expect(line(1, 3).safeParse('😀😀😀😀').success).toBe(false);
  });

  it('read ids and addresses in one form only', () => {
    for (const bad of ['0', '-1', '01', '1.0', '1e3', '99999999999', ' 1', ''])
      expect({ bad, ok: idText.safeParse(bad).success }).toEqual({ bad, ok: false });
    expect(idText.parse('42')).toBe(42);
    expect(email.parse(' An.Tran@Example.VN ')).toBe('an.tran@example.vn');
    for (const bad of ['an', 'an@', 'an@b', 'an@b.vn\r\nbcc: x@y.vn', 'án@b.vn', 'a b@c.vn'])
      expect({ bad, ok: email.safeParse(bad).success }).toEqual({ bad, ok: false });
  });

  it('speak both languages', () => {
    expect(fieldMessage('too-long', 'vi', { maximum: 50_000 })).toBe('Dài quá 50.000 ký tự.');
    expect(fieldMessage('too-long', 'en', { maximum: 50_000 })).toBe('Longer than 50,000 characters.');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problems, fieldWords, routes } from '@hat-nhan/contracts';
import { openApi } from '../src/platform/openapi.js';
import { openWorld, type World } from './api.js';

const COMMITTED = new URL('../../../docs/api/openapi.json', import.meta.url);

describe('the contract', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('is what docs/api/openapi.json says (UPDATE=1 writes it)', () => {
    const text = `${JSON.stringify(openApi(), null, 2)}\n`;
    if (process.env['UPDATE']) writeFileSync(COMMITTED, text);
    expect(readFileSync(COMMITTED, 'utf8')).toBe(text);
  });

  it('names access and a summary for each route, and no name or place twice', () => {
    for (const route of routes)
      expect({ name: route.name, access: route.access, summary: route.summary }).toMatchObject({
        summary: expect.stringMatching(/\.$/),
      });
    expect(new Set(routes.map((route) => route.name)).size).toBe(routes.length);
    expect(new Set(routes.map((route) => `${route.method} ${route.path}`)).size).toBe(routes.length);
  });

  it('has every problem and field error in both languages', () => {
    for (const [code, problem] of Object.entries(problems)) {
      for (const locale of ['vi', 'en'] as const)
        expect({ code, words: problem[locale] }).toMatchObject({
          words: { title: expect.stringMatching(/./), detail: expect.stringMatching(/[.]$/) },
        });
    }
    for (const words of Object.values(fieldWords)) expect(words.vi).not.toBe(words.en);
  });

  it('decides alike for every spelling of an address', async () => {
    const member = await world.person();
    for (const url of [
      '/api/people',
      '/api//people',
      '//api/people',
      '/api/people/',
      '/API/people',
      '/api/people;a',
      '/api/%70eople',
    ]) {
      const get = await world.visitor.raw({ method: 'GET', url, headers: { accept: 'application/json' } });
      const head = await world.visitor.raw({ method: 'HEAD', url, headers: { accept: 'application/json' } });
      expect([401, 404]).toContain(get.status);
      expect(head.status).toBe(get.status);
    }
    expect((await member.raw({ method: 'GET', url: '/api/people' })).status).toBe(200);
  });
});

describe('bad input', () => {
  let world: World;
  let member: Awaited<ReturnType<World['person']>>;
  let spaceId: number;
  let topicId: number;
  beforeAll(async () => {
    world = await openWorld();
    member = await world.person();
    spaceId = (await world.baseSpaces()).members;
    topicId = await world.topic();
  });
  afterAll(() => world.close());

  const good = () => ({
    title: 'Câu hỏi dùng để thử',
    text: 'Nội dung đủ dài để được nhận vào hệ thống.',
    topicIds: [topicId],
    spaceId,
  });
  // Each call by somebody else, known to the process: ten threads a minute are all that one person may open.
  const post = async (payload: string | object, headers: Record<string, string> = {}, who?: typeof member) => {
    const by = who ?? (await world.person());
    await by.raw({ method: 'GET', url: '/api/session' });
    return by.raw({
      method: 'POST',
      url: '/api/threads',
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      headers,
    });
  };

  it.each([
    ['an unknown property', () => ({ ...good(), nope: 1 }), '/nope', 'unknown'],
    ['a wrong type', () => ({ ...good(), title: 5 }), '/title', 'type'],
    ['a missing field', () => ({ ...good(), text: undefined }), '/text', 'required'],
    ['NUL in a title', () => ({ ...good(), title: 'Câu hỏi có\u0000 ký tự ẩn' }), '/title', 'characters'],
    ['a bidi override in a title', () => ({ ...good(), title: 'Câu hỏi có\u202e ký tự ẩn' }), '/title', 'characters'],
    ['50,001 code points', () => ({ ...good(), text: 'ặ'.repeat(50_001) }), '/text', 'too-long'],
    ['a space where one may not write', () => ({ ...good(), spaceId: 999_999 }), '/spaceId', 'audience'],
  ])('%s gets a field error in the reader’s language', async (_name, body, pointer, code) => {
    const vi = await post(body());
    const en = await post(body(), { 'x-locale': 'en' });
    expect(vi.status).toBe(400);
    const errors = (answer: typeof vi) =>
      (JSON.parse(answer.body) as { errors: { pointer: string; code: string; message: string }[] }).errors;
    expect(errors(vi)).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(errors(vi)[0]!.message).not.toBe(errors(en)[0]!.message);
  });

  it.each(['{"__proto__": {"a": 1}}', '{"constructor": {"prototype": {}}}', '{"a": {"__proto__": 1}}', 'not json', ''])(
    'refuses %s',
    async (payload) => {
      expect((await post(payload)).status).toBe(400);
    },
  );

  it('refuses 65 KiB on an ordinary route with 413, and other content types with 415', async () => {
    const large = await member.raw({
      method: 'POST',
      url: '/api/preview'.replace('preview', 'inbox/read'),
      payload: JSON.stringify({ ids: 'x'.repeat(66_560) }),
    });
    expect(large.status).toBe(413);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json5',
      'multipart/form-data; boundary=x',
      'text/json',
      'application/json; charset=latin1',
      'application/json; charset=utf-16',
      'application/json; version=1',
    ]) {
      expect({ type, status: (await post(JSON.stringify(good()), { 'content-type': type })).status }).toEqual({
        type,
        status: 415,
      });
    }
  });

  it('refuses JSON that is not valid UTF-8, and takes it with its charset named', async () => {
    const bytes = (text: string) => Buffer.from(JSON.stringify({ ...good(), title: text }), 'latin1');
    const send = (payload: Buffer, type: string) =>
      world.app.inject({
        method: 'POST',
        url: '/api/threads',
        payload,
        headers: { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'content-type': type },
      });
    const refused = await send(bytes('Câu h\xf4i không phải UTF-8'), 'application/json');
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid-input']);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    // Past the body, somebody who is not signed in is told so.
    for (const type of ['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON'])
      expect((await send(Buffer.from(JSON.stringify(good())), type)).statusCode).toBe(401);
  });

  it.each([
    ['/api/search?q=', 'q'],
    ['/api/similar?title=', 'title'],
    ['/api/mentionable?q=', 'q'],
    ['/api/people?q=', 'q'],
    ['/api/people?region=', 'region'],
    ['/api/organisations?q=', 'q'],
    ['/api/abbreviations?q=', 'q'],
    ['/api/groups?mine=0&q=', 'q'],
  ])('%s refuses NUL and bidi controls like a body', async (url, name) => {
    for (const [locale, words] of [
      ['vi', fieldWords.characters.vi],
      ['en', fieldWords.characters.en],
    ] as const)
      for (const hidden of ['%00', '%07', '%E2%80%AE', '%E2%81%A6']) {
        const answer = await member.raw({ method: 'GET', url: `${url}ch${hidden}u`, headers: { 'x-locale': locale } });
        expect({ hidden, status: answer.status }).toEqual({ hidden, status: 400 });
        expect((JSON.parse(answer.body) as { errors: object[] }).errors).toEqual([
          { pointer: `/${name}`, code: 'characters', message: words },
        ]);
      }
    expect((await member.raw({ method: 'GET', url: `${url}chu` })).status).toBe(200);
  });

  it.each([
    ['ặ', String.raw`\u1eb7`],
    ['😀', String.raw`\ud83d\ude00`],
  ])(
    'takes 50,000 code points of %s however they are escaped, and refuses one more as too long',
    async (_letter, escaped) => {
      const { text: _, ...rest } = good();
      const body = (letters: number) => `${JSON.stringify(rest).slice(0, -1)},"text":"${escaped.repeat(letters)}"}`;
      expect((await post(body(50_000))).status).toBe(200);
      const refused = await post(body(50_001));
      expect(JSON.parse(refused.body)).toMatchObject({ status: 400, errors: [{ pointer: '/text', code: 'too-long' }] });
    },
  );

  it('refuses a parameter given twice and a forged cursor', async () => {
    expect((await member.raw({ method: 'GET', url: '/api/threads?kind=question&kind=discussion' })).status).toBe(400);
    const forged = await member.raw({ method: 'GET', url: '/api/threads?cursor=WzFd.AAAAAAAAAAAAAAAAAAAAAA' });
    expect(JSON.parse(forged.body)).toMatchObject({ code: 'invalid-cursor' });
  });

  it('takes NFD as NFC', async () => {
    const answer = await post({ ...good(), title: 'Câu hỏi gõ trên máy Mac'.normalize('NFD') });
    expect(answer.status).toBe(200);
    const { id } = JSON.parse(answer.body) as { id: number };
    const [row] = await world.sqlAsOwner<{ title: string }>('select title from item where id = $1', [id]);
    expect(row!.title).toBe('Câu hỏi gõ trên máy Mac'.normalize('NFC'));
  });

  it('replays an Idempotency-Key and refuses it for another body', async () => {
    const body = good();
    const first = await post(body, { 'idempotency-key': 'key-0001-abcd' }, member);
    const again = await post(body, { 'idempotency-key': 'key-0001-abcd' }, member);
    expect(JSON.parse(again.body)).toEqual(JSON.parse(first.body));
    const other = await post(
      { ...body, title: 'Câu hỏi khác với lần đầu' },
      { 'idempotency-key': 'key-0001-abcd' },
      member,
    );
    expect(other.status).toBe(422);
    const impatient = await world.person();
    const many = await Promise.all(
      Array.from({ length: 8 }, () => post(body, { 'idempotency-key': 'key-0002-abcd' }, impatient)),
    );
    expect(many[0]!.status).toBe(200);
    expect(new Set(many.map((answer) => answer.body)).size).toBe(1);
  });

  it('refuses other hosts and other sites', async () => {
    expect((await member.raw({ method: 'GET', url: '/api/session', headers: { host: 'evil.example' } })).status).toBe(
      421,
    );
    expect((await post(good(), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(good(), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('refuses other hosts for what cannot be read too', async () => {
    for (const url of ['/%zz', '/api/people/%zz']) {
      const elsewhere = await member.raw({ method: 'GET', url, headers: { host: 'evil.example' } });
      expect({ url, status: elsewhere.status }).toEqual({ url, status: 421 });
      expect((await member.raw({ method: 'GET', url })).status).toBe(404);
    }
  });
});

describe('the headers of the house', () => {
  const PAGE = { accept: 'text/html' };
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ PUBLIC_ORIGIN: 'https://mang-luoi.example.vn' });
  });
  afterAll(() => world.close());

  it('stand on every answer: pages, files, errors, what cannot be read, and 304', async () => {
    const file = await world.visitor.raw({ method: 'GET', url: '/logo-mark.svg' });
    const unchanged = { 'if-none-match': String(file.headers['etag']) };
    const asked: [url: string, status: number, headers?: Record<string, string>][] = [
      ['/api/session', 200],
      ['/api/people', 401],
      ['/api/nope', 404],
      ['/api/threads?kind=a&kind=b', 400],
      ['/%zz', 404],
      ['/api/people/%zz', 404],
      ['/api/session', 421, { host: 'evil.example' }],
      ['/%zz', 421, { host: 'evil.example' }],
      ['/', 200, PAGE],
      ['/khong-co', 404, PAGE],
      ['/logo-mark.svg', 200],
      ['/logo-mark.svg', 304, unchanged],
    ];
    for (const [url, status, sent] of asked) {
      const answer = await world.visitor.raw({ method: 'GET', url, ...(sent && { headers: sent }) });
      expect({ url, status: answer.status, headers: answer.headers }).toMatchObject({
        url,
        status,
        headers: {
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'strict-origin-when-cross-origin',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'permissions-policy': expect.stringContaining('camera=()'),
          'x-frame-options': 'DENY',
          'strict-transport-security': 'max-age=31536000; includeSubDomains',
          'content-security-policy': expect.stringContaining(`default-src 'none'`),
          'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      });
    }
  });

  it('keep what a member gets out of every cache, and let no other site read it', async () => {
    const member = await world.person();
    const elsewhere = { origin: 'https://evil.example', 'access-control-request-method': 'GET' };
    for (const url of ['/api/session', '/api/people', '/api/inbox', '/api/me/drafts', '/api/nope']) {
      for (const method of ['GET', 'OPTIONS'] as const) {
        const { headers } = await member.raw({ method, url, headers: elsewhere });
        expect({ url, cache: headers['cache-control'] }).toEqual({ url, cache: 'no-store' });
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    }
  });

  it('report, on a page, what trusted types would refuse', async () => {
    const page = await world.visitor.raw({ method: 'GET', url: '/', headers: PAGE });
    expect(page.headers['content-security-policy-report-only']).toBe(`require-trusted-types-for 'script'`);
  });

  it('serve what pages are made of to nobody', async () => {
    for (const url of ['/index.html', '/pages.json', '/pages.json.br', '/pages.json.gz']) {
      const asData = await world.visitor.raw({ method: 'GET', url, headers: { accept: 'application/json' } });
      const asPage = await world.visitor.raw({ method: 'GET', url, headers: PAGE });
      expect({ url, data: asData.status, page: asPage.status }).toEqual({ url, data: 404, page: 404 });
      expect(asPage.body).not.toContain('__NONCE__');
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { arranging, people, posts, threads } from '@hat-nhan/contracts';
import type { FastifyInstance } from 'fastify';
import { openWorld, type World } from '../../test/api.js';
import { answer, ask, freshLimits } from '../../test/forum.js';
import { ORIGIN as origin, shell } from '../../test/shell.js';
import { makePage } from './page-html.js';

type Person = Awaited<ReturnType<World['person']>>;
let world: World;
let asker: Person;
let reader: Person;

const NO_ID = 2_000_000_000;
beforeAll(async () => {
  world = await openWorld();
  [asker, reader] = [await world.person(), await world.person()];
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

let last: { status: number; visitor: boolean };

type Reader = { token: string | undefined };
const server = () => world.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
function open(path: string, who: Reader, locale?: string, query = '') {
  const cookie = who.token === undefined ? undefined : `session=${who.token}`;
  const headers = { host: '127.0.0.1:3000', cookie, 'accept-language': 'en' };
  return makePage(server(), shell, { path, query, headers, ip: '127.0.0.1', locale });
}

/** Where an address leads for somebody; undefined where it has a page of its own. */
const moved = async (path: string, who: Reader = world.visitor, query = '') =>
  (await open(path, who, undefined, query)).moved;

/** The HTML of an address for somebody, with the nonce left out. */
async function html(path: string, who: Reader = world.visitor, locale?: string, query = '') {
  const page = await open(path, who, locale, query);
  if (page.moved !== undefined) throw new Error(`Leads to ${page.moved}`);
  last = page;
  expect(page.html).toContain(`nonce="${page.nonce}"`);
  return page.html.replaceAll(page.nonce, '');
}

const answersIn = (page: string) =>
  JSON.parse(/id="answers" nonce="">(.*?)<\/script>/s.exec(page)![1]!) as {
    session: { person: { id: number } | null };
    answers: { key: unknown[]; data: unknown }[];
  };

it('carries the question as its reader gets it from the API: title, description, first lines, answer', async () => {
  const { public: spaceId } = await world.baseSpaces();
  const title = 'Gửi "số liệu" <script>alert(1)</script> & nhận lỗi 403';
  const id = await ask(world, asker, { spaceId, title, text: 'Gửi yêu cầu **sang trục** thì nhận `a < b` và "lỗi".' });
  const page = await html(`/hoi-dap/${id}-ten-bat-ky`);
  const { answers } = answersIn(page);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toEqual({
    key: ['threads.read', { id }],
    data: await world.visitor.call(threads.read, { id }),
  });
  const shown = 'Gửi &#34;số liệu&#34; &#60;script&#62;alert(1)&#60;/script&#62; &#38; nhận lỗi 403';
  expect(page).toContain(`<title>${shown} · Mạng lưới chuyên gia Chính phủ điện tử</title>`);
  expect(page).toContain(`<h1 class="title">${shown}</h1>`);
  expect(page).toContain('<p>Gửi yêu cầu sang trục thì nhận a &#60; b và &#34;lỗi&#34;.</p>');
  expect(page).toMatch(/<meta name="description" content="Gửi yêu cầu sang trục thì nhận a &#60; b và [^"]+">/);
  expect(page).not.toContain('<script>alert');
});

it('gives what is hidden the bytes of what does not exist, and shows it to who may read it', async () => {
  const { members } = await world.baseSpaces();
  const cohort = await world.space({ kind: 'cohort', members: [asker] });
  const cases = [
    { path: '/hoi-dap', id: await ask(world, asker, { spaceId: members }), from: world.visitor },
    { path: '/hoi-dap', id: await ask(world, asker, { spaceId: cohort }), from: reader },
    { path: '/danh-ba', id: asker.id, from: world.visitor },
  ];
  for (const { path, id, from } of cases) {
    const absent = await html(`${path}/${NO_ID}`, from);
    expect(await html(`${path}/${id}`, from)).toBe(absent);
    expect(last.status).toBe(404);
    expect(answersIn(absent).answers).toEqual([]);
    const told = await html(`${path}/${id}`, asker);
    expect(told).not.toBe(await html(`${path}/${NO_ID}`, asker));
    expect(told).toContain('<h1 class="title">');
  }
});

it('is each reader’s own: his session, his answer, nobody else’s', async () => {
  const page = await html(`/danh-ba/${asker.id}`, reader);
  const { session, answers } = answersIn(page);
  expect(session.person?.id).toBe(reader.id);
  expect(answers[0]?.data).toEqual(await reader.call(people.read, { id: asker.id }));
  expect(page).toContain(`${asker.name}</h1>`);
  expect(answersIn(await html('/')).session.person).toBeNull();
});

it('leaves a list with filters to the page, and draws one without', async () => {
  const { public: spaceId } = await world.baseSpaces();
  await ask(world, asker, { spaceId, title: 'Liên thông hồ sơ một cửa bị treo' });
  const whole = await html('/hoi-dap');
  expect(answersIn(whole).answers[0]?.key).toEqual(['threads.list', {}]);
  expect(whole).toMatch(/<a class="ttl" href="\/hoi-dap\/\d+-lien-thong-ho-so[^"]*">Liên thông hồ sơ một cửa bị treo</);
  const filtered = await html('/hoi-dap', world.visitor, undefined, '?state=open');
  expect(answersIn(filtered).answers).toEqual([]);
  expect(filtered).toContain('<div id="root"></div>');
});

it('names the files of the page, speaks the language of the reader, and knows no other page', async () => {
  const home = await html('/', world.visitor, 'en');
  expect(home).toContain('<html lang="en" data-theme="system">');
  expect(home).toContain('<title>Home · e-Government Experts Network</title>');
  expect(home).toContain('<link rel="stylesheet" crossorigin href="/assets/home.css" nonce="">');
  expect(home).toContain('<link rel="modulepreload" fetchpriority="low" crossorigin href="/assets/home.js" nonce="">');
  expect(await html('/')).toContain('<html lang="vi"');
  const unknown = await html('/khong-co-trang-nay');
  expect(answersIn(unknown).answers).toEqual([]);
  expect(unknown).toContain('<div id="root"></div>');
});

it('shows a topic and an organisation by name', async () => {
  const slug = `chu-de-${asker.id}`;
  await world.topic({ slug, name: 'Định danh điện tử' });
  expect(await html(`/chu-de/${slug}`)).toContain('<h1 class="title">Định danh điện tử</h1>');
  const page = await html(`/don-vi/${asker.organisationId}`);
  expect(answersIn(page).answers[0]?.key).toEqual(['organisations.read', { id: asker.organisationId }]);
});

const tag = (page: string, name: string) =>
  new RegExp(`<meta property="og:${name}" content="([^"]*)">`).exec(page)?.[1];
const canonical = (page: string) => /<link rel="canonical" href="([^"]*)">/.exec(page)?.[1];
const noindex = (page: string) => page.includes('<meta name="robots" content="noindex">');
const head = (page: string) => /<head>(.*?)<script type="application\/json"/s.exec(page)![1]!;

it('previews a public question under its one address, however it was opened', async () => {
  const { public: spaceId } = await world.baseSpaces();
  const id = await ask(world, asker, { spaceId, title: 'Kết nối "trục" liên thông', text: 'Đã thử `VXP` mà vẫn lỗi.' });
  const page = await html(`/hoi-dap/${id}-ten-cu`);
  expect(canonical(page)).toBe(`${origin}/hoi-dap/${id}-ket-noi-truc-lien-thong`);
  expect(tag(page, 'url')).toBe(canonical(page));
  expect([tag(page, 'type'), tag(page, 'title')]).toEqual(['article', 'Kết nối &#34;trục&#34; liên thông']);
  expect(tag(page, 'description')).toBe('Đã thử VXP mà vẫn lỗi.');
  expect([tag(page, 'image'), tag(page, 'locale')]).toEqual([`${origin}/preview.png`, 'vi_VN']);
  expect(tag(await html(`/hoi-dap/${id}`, world.visitor, 'en'), 'locale')).toBe('en_US');
  expect(noindex(page)).toBe(false);
});

it('makes no preview of what only members read, not even on a member’s own page', async () => {
  const { members, public: open } = await world.baseSpaces();
  const text = 'Chỉ thành viên mới đọc được câu này.';
  const id = await ask(world, asker, { spaceId: members, title: 'Chuyện của thành viên', text });
  const own = head(await html(`/hoi-dap/${id}`, reader));
  expect(own).toContain('<title>Chuyện của thành viên · ');
  expect(own).not.toContain(text);
  expect([canonical(own), tag(own, 'title')]).toEqual([undefined, undefined]);
  for (const gone of [false, true]) {
    const spaceId = gone ? open : members;
    const hidden = await ask(world, asker, { spaceId, title: 'Chuyện kín' });
    if (gone) await asker.call(posts.remove, { id: hidden });
    const seen = head(await html(`/hoi-dap/${hidden}-chuyen-kin`));
    expect(seen).toBe(head(await html(`/hoi-dap/${NO_ID}-chuyen-kin`)));
    expect(noindex(seen)).toBe(true);
    expect(head(await html(`/hoi-dap/${hidden}`, world.visitor, undefined, '?x=1'))).toBe(
      head(await html(`/hoi-dap/${NO_ID}`, world.visitor, undefined, '?x=1')),
    );
  }
});

it('lets search engines keep lists under one address, and no page that only leads on', async () => {
  const list = await html('/hoi-dap', world.visitor, undefined, '?state=open');
  expect([canonical(list), tag(list, 'type'), noindex(list)]).toEqual([`${origin}/hoi-dap`, 'website', false]);
  expect(canonical(await html('/'))).toBe(`${origin}/`);
  for (const path of ['/tim', '/khong-co-trang-nay']) {
    const page = await html(path);
    expect([path, canonical(page), noindex(page)]).toEqual([path, undefined, true]);
  }
  expect(tag(await html(`/don-vi/${asker.organisationId}`), 'title')).toBeTruthy();
});

describe('a thread that is read elsewhere', () => {
  const title = 'Câu hỏi có trước';
  const first = (id: number) => `/hoi-dap/${id}-cau-hoi-co-truoc`;
  const moderate = () => world.person({ roles: ['moderator'] });

  it('leads to what it is a duplicate of, says from where, and is read by itself where that is asked for', async () => {
    const { public: spaceId } = await world.baseSpaces();
    const moderator = await moderate();
    const target = await ask(world, asker, { spaceId, title });
    const id = await ask(world, asker, { spaceId, title: 'Câu hỏi trùng' });
    expect(await moved(`/hoi-dap/${id}`)).toBeUndefined();
    await moderator.call(arranging.markDuplicate, { id, targetId: target });
    for (const who of [world.visitor, reader])
      for (const [path, query] of [[`/hoi-dap/${id}-ten-cu`], [`/hoi-dap/${id}`, 'nguon=thu']] as const)
        expect(await moved(path, who, query)).toBe(`${first(target)}?tu=${id}`);
    const own = await html(`/hoi-dap/${id}`, world.visitor, undefined, 'xem=cu');
    expect(answersIn(own).answers[0]?.key).toEqual(['threads.read', { id }]);
    // Whichever is opened, there is one address of both.
    expect(canonical(own)).toBe(`${origin}${first(target)}`);
    const arrived = await html(first(target), world.visitor, undefined, `tu=${id}`);
    expect(canonical(arrived)).toBe(canonical(own));
    expect(answersIn(arrived).answers[0]?.key).toEqual(['threads.read', { id: target }]);
    await moderator.call(threads.reopen, { id });
    expect(await moved(`/hoi-dap/${id}`)).toBeUndefined();
    expect(canonical(await html(`/hoi-dap/${id}`))).toBe(`${origin}/hoi-dap/${id}-cau-hoi-trung`);
  });

  it('leads nowhere for who does not see the other: the page is as if there were none', async () => {
    const { public: spaceId } = await world.baseSpaces();
    const moderator = await moderate();
    const target = await ask(world, asker, { spaceId, title });
    const id = await ask(world, asker, { spaceId });
    await moderator.call(arranging.markDuplicate, { id, targetId: target });
    await moderator.call(posts.hide, { id: target, reason: 'Quảng cáo' });
    const path = `/hoi-dap/${id}`;
    expect(await moved(path)).toBeUndefined();
    const hidden = await html(path);
    await world.sqlAsOwner('update thread set duplicate_of = null where id = $1', [id]);
    expect(await html(path)).toBe(hidden);
    expect(noindex(hidden)).toBe(false);
    await world.sqlAsOwner('update thread set duplicate_of = $2 where id = $1', [id, target]);
    await moderator.call(posts.restore, { id: target });
    expect(await moved(path)).toBe(`${first(target)}?tu=${id}`);
  });

  it('that was merged leads there for who reads it, as does an answer by its number; for all others it is absent', async () => {
    const { public: open, members } = await world.baseSpaces();
    const moderator = await moderate();
    for (const spaceId of [open, members]) {
      const target = await ask(world, asker, { spaceId, title });
      const id = await ask(world, reader, { spaceId, title: 'Câu hỏi sẽ được gộp' });
      const along = await answer(asker, id);
      await moderator.call(arranging.merge, { id, targetId: target });
      for (const who of spaceId === open ? [world.visitor, reader] : [reader]) {
        expect(await moved(`/hoi-dap/${id}-cau-hoi-se-duoc-gop`, who)).toBe(`${first(target)}?tu=${id}`);
        expect(await moved(`/hoi-dap/${along.id}`, who)).toBe(`${first(target)}#bai-${along.id}`);
      }
      if (spaceId === open) continue;
      for (const path of [id, along.id]) expect(await html(`/hoi-dap/${path}`)).toBe(await html(`/hoi-dap/${NO_ID}`));
      expect(last.status).toBe(404);
    }
  });
});

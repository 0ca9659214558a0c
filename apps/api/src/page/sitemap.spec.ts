import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { arranging, posts } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { ask, freshLimits } from '../../test/forum.js';
import { sitemapPartOf } from './sitemap.service.js';

let world: World;
let asker: Awaited<ReturnType<World['person']>>;

beforeAll(async () => {
  world = await openWorld();
  asker = await world.person();
});
beforeEach(() => freshLimits(world));
afterAll(() => world.close());

const get = (url: string, who: Pick<World['visitor'], 'raw'> = world.visitor) => who.raw({ method: 'GET', url });
const partOf = (id: number) => `/sitemap/${sitemapPartOf(id)}`;

it('tells machines where not to look and where the list is', async () => {
  const { body, headers } = await get('/robots.txt');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(body).toContain('Disallow: /api/\n');
  expect(body).toContain(`Sitemap: ${world.config.origin}/sitemap.xml\n`);
});

it('lists public questions, topics, organisations and lists, in parts that the index names', async () => {
  const { public: spaceId } = await world.baseSpaces();
  const id = await ask(world, asker, { spaceId, title: 'Ký số & "luân chuyển" hồ sơ' });
  await world.topic({ slug: `ky-so-${id}`, name: 'Ký số' });
  const index = await get('/sitemap.xml');
  expect(index.headers['content-type']).toBe('application/xml; charset=utf-8');
  expect(index.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<sitemapindex xmlns=/);
  expect(index.body).toMatch(
    new RegExp(`<loc>${world.config.origin}${partOf(id)}</loc><lastmod>\\d{4}-\\d\\d-\\d\\d</lastmod>`),
  );
  const { body } = await get(partOf(id));
  expect(body).toContain(`<loc>${world.config.origin}/hoi-dap/${id}-ky-so-luan-chuyen-ho-so</loc><lastmod>`);
  expect(body).toContain(`<loc>${world.config.origin}/chu-de/ky-so-${id}</loc>`);
  expect(body).toMatch(new RegExp(`<loc>${world.config.origin}/don-vi/${asker.organisationId}(-|<)`));
  expect(body).not.toContain('/danh-ba/');
  expect((await get('/sitemap/1')).body).toContain(`<loc>${world.config.origin}/hoi-dap</loc>`);
});

it('tells nobody of what a visitor may not see: not a member, and not what was deleted', async () => {
  const { public: open, members } = await world.baseSpaces();
  const kept = await ask(world, asker, { spaceId: members });
  const gone = await ask(world, asker, { spaceId: open });
  const listed = async (id: number, who: Pick<World['visitor'], 'raw'> = world.visitor) =>
    (await get(partOf(id), who)).body.includes(`/hoi-dap/${id}-`);
  expect([await listed(kept), await listed(kept, asker), await listed(gone)]).toEqual([false, false, true]);
  const before = (await get(partOf(kept))).body;
  expect((await get(partOf(kept), asker)).body).toBe(before);
  await asker.call(posts.remove, { id: gone });
  expect([await listed(gone), await listed(gone, asker)]).toEqual([false, false]);
});

it('lists a duplicate only where what it is a duplicate of is out of sight', async () => {
  const { public: spaceId } = await world.baseSpaces();
  const moderator = await world.person({ roles: ['moderator'] });
  const [target, id] = [await ask(world, asker, { spaceId }), await ask(world, asker, { spaceId })];
  const listed = async (who: Pick<World['visitor'], 'raw'> = world.visitor) =>
    [target, id].map(async (one) => (await get(partOf(one), who)).body.includes(`/hoi-dap/${one}-`));
  const both = async (who?: Pick<World['visitor'], 'raw'>) => Promise.all(await listed(who));
  expect(await both()).toEqual([true, true]);
  await moderator.call(arranging.markDuplicate, { id, targetId: target });
  expect([await both(), await both(asker)]).toEqual([
    [true, false],
    [true, false],
  ]);
  await moderator.call(posts.hide, { id: target, reason: 'Quảng cáo' });
  expect(await both()).toEqual([false, true]);
});

it('has no part where nothing is', async () => {
  for (const part of ['199999', '2147483647', '0', 'x', '1.xml']) {
    expect([part, (await get(`/sitemap/${part}`)).status]).toEqual([part, 404]);
  }
});

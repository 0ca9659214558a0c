import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@hat-nhan/contracts';
import { loadRegistries } from '../registries/load.js';
import { openWorld, type World } from '../../test/api.js';
import { seedThread } from '../../test/seed.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await loadRegistries(world.ownerUrl);
});
afterAll(() => world.close());

const slug = 'du-lieu';

describe('topics', () => {
  it('are the ten of the registry, in its order, each with a page', async () => {
    const { items } = await world.visitor.call(topics.list, {});
    expect(items).toHaveLength(10);
    expect(items[0]).toMatchObject({
      slug: 'chuyen-doi-so-quoc-gia',
      nameEn: 'National digital transformation programme',
      threads: 0,
    });
    for (const topic of items) {
      expect(await world.visitor.call(topics.read, { slug: topic.slug })).toMatchObject(topic);
    }
    await expect(world.visitor.call(topics.read, { slug: 'khong-co' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('count only the threads that the reader may read', async () => {
    const author = await world.person();
    const enterprise = await world.person({ enterprise: true });
    const spaces = await world.baseSpaces();
    const [topic] = await world.sqlAsOwner<{ id: number }>('select id from topic where slug = $1', [slug]);
    const answerer = { id: enterprise.id, name: enterprise.name, organisationId: enterprise.organisationId };
    const thread = { author, voters: [], topicId: topic!.id, text: 'Xin kinh nghiệm.', at: '2026-10-01T01:00:00Z' };
    let firstId = 900_000;
    for (const spaceId of [spaces.public, spaces.members, spaces.state]) {
      firstId += await seedThread((text, values) => world.sqlAsOwner(text, values), {
        ...thread,
        firstId,
        spaceId,
        answerers: spaceId === spaces.public ? [answerer] : [],
        title: `Câu hỏi ${spaceId}`,
      });
    }
    const counts = async (reader: Pick<World['visitor'], 'call'>) => {
      const { threads, unanswered } = await reader.call(topics.read, { slug });
      return [threads, unanswered];
    };
    expect(await counts(world.visitor)).toEqual([1, 0]);
    expect(await counts(enterprise)).toEqual([2, 1]);
    expect(await counts(author)).toEqual([3, 2]);
    const { items } = await world.visitor.call(topics.list, {});
    expect(items.map((item) => item.threads).reduce((sum, count) => sum + count)).toBe(1);
  });

  it('name their experts to members only', async () => {
    const expert = await world.person({ name: 'Lưu Thị Chuyên' });
    await world.sqlAsOwner(
      `insert into topic_expert (topic_id, person_id, space_id, expert) select t.id, p.id, p.space_id, true from topic t, person p where t.slug = $1 and p.id = $2`,
      [slug, expert.id],
    );
    expect((await expert.call(topics.read, { slug })).experts).toEqual([
      expect.objectContaining({ personId: expert.id, name: 'Lưu Thị Chuyên' }),
    ]);
    expect((await world.visitor.call(topics.read, { slug })).experts).toEqual([]);
  });
});

const found = async (q: string) => (await world.visitor.call(topics.abbreviations, { q })).items;

describe('the glossary', () => {
  it('shows every meaning of an ambiguous abbreviation', async () => {
    const meanings = async (q: string) => (await found(q)).filter((row) => row.ambiguous).map((row) => row.meaning);
    expect(await meanings('BC')).toEqual(expect.arrayContaining(['Báo cáo', 'Chuỗi khối']));
    expect(await meanings('tmđt')).toEqual(expect.arrayContaining(['Tổng mức đầu tư', 'Thương mại điện tử']));
    for (const abbreviation of ['TT', 'CT', 'CA', 'KH', 'CP'])
      expect((await meanings(abbreviation)).length).toBeGreaterThan(1);
    expect((await found('LGSP')).find((row) => row.abbreviation === 'LGSP')).toMatchObject({ ambiguous: false });
  });

  it('is found by abbreviation, meaning and synonym, without marks too', async () => {
    const first = async (q: string) => (await world.visitor.call(topics.abbreviations, { q })).items[0]?.abbreviation;
    expect(await first('cds')).toBe('CĐS');
    expect(await first('chính phủ điện tử')).toBe('CPĐT');
    expect(await first('dien tu chinh phu')).toBe('CPĐT');
    expect(await first('blockchain')).toBe('BC');
    expect((await world.visitor.call(topics.abbreviations, {})).items.length).toBeGreaterThanOrEqual(190);
    expect((await world.visitor.call(topics.abbreviations, { q: 'khôngcónghĩa' })).items).toEqual([]);
  });
});

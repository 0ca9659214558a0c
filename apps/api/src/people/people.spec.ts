import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { seedThread } from '../../test/seed.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const represent = (organisationId: number, personId: number) =>
  world.sqlAsOwner(
    'insert into representative (organisation_id, person_id, space_id) select $1, id, space_id from person where id = $2',
    [organisationId, personId],
  );
const standing = async (id: number) =>
  (
    await world.sqlAsOwner<{ state_body: boolean }>('select state_body from person_standing where person_id = $1', [id])
  )[0]!.state_body;
const profile = { bio: 'Làm dự toán từ 2018.', telephone: '0912 345 678', contactVisible: false, canAnswer: [] };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('the directory', () => {
  it('finds names in any order without marks, and sorts by given name', async () => {
    const organisation = await world.organisation();
    const names = ['Nguyễn Thị Bưởi', 'Trần Văn Ổi', 'Đỗ Ánh Ổi', 'Lê Bưởi Cam'];
    for (const name of names) await world.person({ name, organisation });
    const reader = await world.person();
    const found = async (q: string) =>
      (await reader.call(people.list, { q, organisation })).items.map((one) => one.name);
    expect(await found('buoi thi')).toEqual(['Nguyễn Thị Bưởi']);
    expect(await found('Ổi')).toEqual(['Đỗ Ánh Ổi', 'Trần Văn Ổi']);
    expect(await found('do oi anh')).toEqual(['Đỗ Ánh Ổi']);
    expect(await found('')).toEqual(['Nguyễn Thị Bưởi', 'Lê Bưởi Cam', 'Đỗ Ánh Ổi', 'Trần Văn Ổi']);
    expect(await found('uoi')).toEqual([]);
    const page = await reader.call(people.list, { organisation, limit: 3 });
    const rest = await reader.call(people.list, { organisation, limit: 3, cursor: page.next! });
    expect([...page.items, ...rest.items].map((one) => one.name)).toEqual(await found(''));
    expect(rest.next).toBeNull();
  });

  it('filters by organisation with its units, region, topic and who can answer', async () => {
    const province = await world.organisation();
    const unit = await world.organisation({ kind: 'unit', parent: province });
    await world.sqlAsOwner(`update organisation set region = 'Vùng thử' where id = $1`, [unit]);
    const topic = await world.topic();
    const [below, expert] = [
      await world.person({ organisation: unit }),
      await world.person({ organisation: province }),
    ];
    await below.call(people.saveProfile, { ...profile, canAnswer: [topic] }, { ifMatch: 1 });
    await world.sqlAsOwner(
      'insert into topic_expert (topic_id, person_id, space_id, expert) select $1, id, space_id, true from person where id = $2',
      [topic, expert.id],
    );
    const reader = await world.person();
    const ids = async (filter: object) =>
      (await reader.call(people.list, filter)).items.map((one) => one.id).toSorted((a, b) => a - b);
    expect(await ids({ organisation: province })).toEqual([below.id, expert.id]);
    expect(await ids({ organisation: unit })).toEqual([below.id]);
    expect(await ids({ region: 'Vùng thử' })).toEqual([below.id]);
    expect(await ids({ topic })).toEqual([below.id, expert.id]);
    expect(await ids({ topic, canAnswer: true })).toEqual([below.id]);
    const [card] = (await reader.call(people.list, { organisation: unit })).items;
    expect(card).toMatchObject({ region: 'Vùng thử', canAnswer: [{ id: topic }], expertOf: [], enterprise: false });
  });

  it('is for members, and leaves out who was disabled', async () => {
    await expect(world.visitor.call(people.list, {})).rejects.toMatchObject({ code: 'unauthenticated' });
    const newcomer = await world.person({ member: false });
    await expect(newcomer.call(people.list, {})).rejects.toMatchObject({ code: 'rules-not-accepted' });
    const [reader, gone] = [await world.person(), await world.person()];
    await world.sqlAsOwner('update person set disabled_at = now() where id = $1', [gone.id]);
    expect((await reader.call(people.list, { organisation: gone.organisationId })).items).toEqual([]);
    expect((await reader.call(people.read, { id: gone.id })).disabled).toBe(true);
  });
});

describe('a person', () => {
  it('shows contact only as he allows it, and always to himself', async () => {
    const [person, reader] = [await world.person(), await world.person({ roles: ['administrator'] })];
    await person.call(people.saveProfile, profile, { ifMatch: 1 });
    const contact = async (who: Pick<World['visitor'], 'call'>) =>
      (await who.call(people.read, { id: person.id })).contact;
    expect(await contact(reader)).toEqual({ email: null, telephone: null });
    expect(await contact(person)).toMatchObject({ telephone: '0912 345 678' });
    await person.call(people.saveProfile, { ...profile, contactVisible: true }, { ifMatch: 2 });
    expect(await contact(reader)).toEqual({ email: `person-${person.id}@test.example`, telephone: '0912 345 678' });
  });

  it('is told what he may do: abilities by role', async () => {
    const [person, other] = [await world.person(), await world.person()];
    const administrator = await world.person({ roles: ['administrator'] });
    const can = async (who: Pick<World['visitor'], 'call'>) => (await who.call(people.read, { id: person.id })).can;
    expect(await can(person)).toEqual({
      edit: true,
      disable: false,
      suspend: false,
      addPosition: true,
      endPosition: true,
    });
    expect(await can(other)).toEqual({
      edit: false,
      disable: false,
      suspend: false,
      addPosition: false,
      endPosition: false,
    });
    expect(await can(administrator)).toEqual({
      edit: false,
      disable: true,
      suspend: true,
      addPosition: true,
      endPosition: true,
    });
    await expect(other.call(people.read, { id: 2_000_000_000 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each<[who: string, may: boolean]>([
    ['himself', true],
    ['another member', false],
    ['moderator', false],
    ['editor', false],
    ['coordinator', true],
    ['administrator', true],
    ['representative of his organisation', true],
    ['representative of the one above', true],
    ['representative of another', false],
    ['representative, of somebody in none', true],
    ['another member, of somebody in none', false],
  ])('says whether %s may record a position of him just as the service decides: %s', async (who, may) => {
    const province = await world.organisation();
    const unit = await world.organisation({ kind: 'unit', parent: province });
    const person = await world.person({ organisation: unit });
    const role = (['moderator', 'editor', 'coordinator', 'administrator'] as const).find((name) => name === who);
    const actor = who === 'himself' ? person : await world.person(role ? { roles: [role] } : {});
    const ofNone = who.endsWith('in none');
    if (ofNone) await world.sqlAsOwner('update person set organisation_id = null where id = $1', [person.id]);
    const where = { 'representative of his organisation': unit, 'representative of the one above': province }[who];
    if (who.startsWith('representative')) await represent(where ?? actor.organisationId, actor.id);
    expect((await actor.call(people.read, { id: person.id })).can.addPosition).toBe(may);
    const organisationId = where || !who.startsWith('representative') ? unit : actor.organisationId;
    const former = {
      ...inOffice(person.id, organisationId),
      kind: 'former' as const,
      from: daysAgo(9),
      to: daysAgo(2),
    };
    const outcome = await actor.call(people.addPosition, former).then(
      () => true,
      ({ code }: { code: string }) => code !== 'forbidden',
    );
    expect(outcome).toBe(may);
  });

  it('shows and counts what he wrote lately as the reader may read it, and nothing written without name', async () => {
    const author = await world.person();
    const enterprise = await world.person({ enterprise: true });
    const spaces = await world.baseSpaces();
    const topicId = await world.topic();
    const at = '2026-10-01T01:00:00Z';
    const seed = (firstId: number, spaceId: number) =>
      seedThread((text, values) => world.sqlAsOwner(text, values), {
        firstId,
        spaceId,
        author,
        answerers: [author],
        voters: [],
        topicId,
        title: `Câu hỏi ${firstId}`,
        text: `Xin **kinh nghiệm** về [kho](https://a.example), nhờ @[Tên cũ](person:${author.id}).`,
        at,
        accepted: true,
      });
    await seed(800_000, spaces.public);
    await seed(800_100, spaces.state);
    await seed(800_200, spaces.members);
    await world.sqlAsOwner(
      `update item set byline = byline || '{"personId": null, "name": null}' where id between 800200 and 800299`,
    );
    const seen = await enterprise.call(people.read, { id: author.id });
    expect(seen.counts).toEqual({ questions: 1, answers: 1, accepted: 1 });
    expect(seen.recent.map(({ kind, threadId }) => [kind, threadId])).toEqual([
      ['comment', 800_000],
      ['answer', 800_000],
      ['question', 800_000],
    ]);
    expect(seen.recent[2]).toMatchObject({
      threadKind: 'question',
      title: 'Câu hỏi 800000',
      excerpt: `Xin kinh nghiệm về kho, nhờ @${author.name}.`,
    });
    const official = await world.person();
    expect((await official.call(people.read, { id: author.id })).counts).toEqual({
      questions: 2,
      answers: 2,
      accepted: 2,
    });
  });
});

describe('the profile', () => {
  it('is saved against the version read, and a stale one is refused with what stands now', async () => {
    const person = await world.person();
    const topic = await world.topic();
    await expect(person.call(people.saveProfile, profile)).rejects.toMatchObject({ code: 'precondition-required' });
    await person.call(people.saveProfile, { ...profile, canAnswer: [topic] }, { ifMatch: 1 });
    expect(await person.call(people.profile, {})).toMatchObject({ version: 2, bio: profile.bio, canAnswer: [topic] });
    await expect(person.call(people.saveProfile, profile, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'stale',
      body: { current: { version: 2, text: profile.bio } },
    });
    await person.call(people.saveProfile, profile, { ifMatch: 2 });
    expect((await person.call(people.profile, {})).canAnswer).toEqual([]);
  });

  it('refuses a topic that is none, and changes nothing then', async () => {
    const person = await world.person();
    const wrong = person.call(people.saveProfile, { ...profile, canAnswer: [2_000_000_000] }, { ifMatch: 1 });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid-input',
      body: { errors: [{ pointer: '/canAnswer', code: 'choice' }] },
    });
    expect(await person.call(people.profile, {})).toMatchObject({ version: 1, bio: '' });
  });

  it('keeps what coordinators gave: an expert stays one', async () => {
    const person = await world.person();
    const topic = await world.topic();
    await world.sqlAsOwner(
      'insert into topic_expert (topic_id, person_id, space_id, expert, can_answer) select $1, id, space_id, true, true from person where id = $2',
      [topic, person.id],
    );
    await person.call(people.saveProfile, profile, { ifMatch: 1 });
    const seen = await person.call(people.read, { id: person.id });
    expect([seen.expertOf.length, seen.canAnswer.length]).toEqual([1, 0]);
  });
});

const inOffice = (id: number, organisationId: number) => ({
  id,
  organisationId,
  title: 'giám đốc',
  kind: 'in_office' as const,
  from: daysAgo(0),
});
const backdate = (id: number) =>
  world.sqlAsOwner(`update position set from_date = from_date - 400 where person_id = $1`, [id]);

describe('positions', () => {
  it('follow one another: the one in office ends the day before, posts keep their bylines', async () => {
    const person = await world.person({ title: 'Chuyên viên' });
    const next = await world.organisation({ name: 'Tỉnh Nơi Đến' });
    const { public: spaceId } = await world.baseSpaces();
    await seedThread((text, values) => world.sqlAsOwner(text, values), {
      firstId: 810_000,
      spaceId,
      author: person,
      answerers: [],
      voters: [],
      topicId: await world.topic(),
      title: 'Câu hỏi cũ',
      text: 'Nội dung',
      at: '2026-10-01T01:00:00Z',
    });
    await backdate(person.id);
    await person.call(people.addPosition, { ...inOffice(person.id, next), unit: 'Ban Giám đốc' });
    const seen = await person.call(people.read, { id: person.id });
    expect(seen).toMatchObject({ title: 'Giám đốc', unit: 'Ban Giám đốc', organisation: { id: next } });
    expect(seen.positions.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['in_office', daysAgo(0), null],
      ['former', daysAgo(400), daysAgo(1)],
    ]);
    const [byline] = await world.sqlAsOwner('select byline->>$1 as id from item where id = 810000', ['organisationId']);
    expect(byline).toEqual({ id: String(person.organisationId) });
    const [trace] = await world.sqlAsOwner(
      `select actor_id, to_state from audit where action = 'person.addPosition' and item_id = $1`,
      [person.id],
    );
    expect(trace).toEqual({ actor_id: person.id, to_state: 'in_office' });
  });

  it('retire somebody, who then no longer reads for a state body', async () => {
    const person = await world.person({ title: 'Trưởng phòng' });
    await backdate(person.id);
    expect(await standing(person.id)).toBe(true);
    await person.call(people.addPosition, {
      ...inOffice(person.id, person.organisationId),
      title: 'Trưởng phòng',
      kind: 'retired',
    });
    expect(await standing(person.id)).toBe(false);
    expect(await person.call(people.read, { id: person.id })).toMatchObject({
      title: 'Nguyên Trưởng phòng',
      organisation: null,
    });
  });

  it('never let somebody of an enterprise into the state bodies’ space by his own hand', async () => {
    const person = await world.person({ enterprise: true });
    await backdate(person.id);
    const left = { ...inOffice(person.id, person.organisationId), kind: 'retired' as const };
    const ministry = await world.organisation({ kind: 'ministry' });
    await expect(person.call(people.addPosition, inOffice(person.id, ministry))).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await standing(person.id)).toBe(false);
    const representative = await world.person({ organisation: ministry });
    await represent(ministry, representative.id);
    await person.call(people.addPosition, left);
    await representative.call(people.addPosition, inOffice(person.id, ministry));
    expect(await standing(person.id)).toBe(true);
  });

  it('of somebody in office elsewhere are not for a representative of another organisation to end', async () => {
    const person = await world.person();
    await backdate(person.id);
    const representative = await world.person();
    await represent(representative.organisationId, representative.id);
    const there = inOffice(person.id, representative.organisationId);
    await expect(representative.call(people.addPosition, there)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await person.call(people.read, { id: person.id })).toMatchObject({
      organisation: { id: person.organisationId },
      positions: [{ kind: 'in_office', to: null }],
    });
  });

  it('are recorded by coordinators and by who represents the organisation, or one above it', async () => {
    const province = await world.organisation();
    const unit = await world.organisation({ kind: 'unit', parent: province });
    const person = await world.person({ organisation: unit });
    await backdate(person.id);
    const [stranger, representative] = [await world.person(), await world.person({ organisation: province })];
    await represent(province, representative.id);
    await expect(stranger.call(people.addPosition, inOffice(person.id, unit))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const elsewhere = await world.person();
    const retired = { ...inOffice(elsewhere.id, unit), kind: 'retired' as const };
    await expect(representative.call(people.addPosition, retired)).rejects.toMatchObject({ code: 'forbidden' });
    await representative.call(people.addPosition, inOffice(person.id, unit));
    const coordinator = await world.person({ roles: ['coordinator'] });
    const former = { ...inOffice(person.id, province), kind: 'former' as const, from: daysAgo(900), to: daysAgo(500) };
    const { id } = await coordinator.call(people.addPosition, former, { key: 'position-key-1' });
    expect(await coordinator.call(people.addPosition, former, { key: 'position-key-1' })).toEqual({ id });
    expect((await person.call(people.read, { id: person.id })).positions).toHaveLength(3);
    const hidden = await world.space({ kind: 'group' });
    await world.sqlAsOwner('update item set space_id = $1 where id = $2', [hidden, person.id]);
    await expect(coordinator.call(people.addPosition, former, { key: 'position-key-1' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('recorded two at once follow one another: one post begins on a day', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await world.person();
      await backdate(person.id);
      const outcomes = await Promise.allSettled(
        ['Giám đốc', 'Phó Giám đốc', 'Trưởng phòng'].map((title) =>
          person.call(people.addPosition, { ...inOffice(person.id, person.organisationId), title }),
        ),
      );
      const codes = outcomes.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'done'));
      expect(codes.toSorted()).toEqual(['done', 'invalid-input', 'invalid-input']);
    }
  });

  it('refuse odd days', async () => {
    const person = await world.person();
    const add = (given: object) =>
      person.call(people.addPosition, { ...inOffice(person.id, person.organisationId), ...given });
    const odd = [
      { from: daysAgo(-3) },
      { from: daysAgo(10) },
      { to: daysAgo(-1) },
      { kind: 'former', from: daysAgo(5), to: daysAgo(9) },
    ];
    for (const given of odd) await expect(add(given)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(person.call(people.addPosition, inOffice(person.id, 2_000_000_000))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

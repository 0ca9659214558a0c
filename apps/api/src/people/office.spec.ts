import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { people } from '@hat-nhan/contracts';
import { openWorld, type World } from '../../test/api.js';
import { drain } from '../../test/browser.js';
import { answer, ask } from '../../test/forum.js';
import { JoinsListener } from '../accounts/joins.listener.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('asks once a year, a month apart, and one tap is the answer', async () => {
  const person = await world.person({ email: 'hang-nam@don-vi.example' });
  const listener = world.app.get(JoinsListener);
  const letters = () => world.mailbox.letters.filter(({ to }) => to === 'hang-nam@don-vi.example').length;
  await listener.askOffice();
  expect(letters()).toBe(0);
  await world.sqlAsOwner(`update position set from_date = current_date - 366 where person_id = $1`, [person.id]);
  expect((await person.call(people.profile, {})).askOffice).toBe(true);
  await listener.askOffice();
  await listener.askOffice();
  await drain(world);
  expect(letters()).toBe(1);
  await world.sqlAsOwner(`update position set asked_at = current_date - 31 where person_id = $1`, [person.id]);
  await listener.askOffice();
  expect(letters()).toBe(2);
  await person.call(people.confirmPosition, {});
  expect((await person.call(people.profile, {})).askOffice).toBe(false);
  await world.sqlAsOwner(`update position set asked_at = current_date - 31 where person_id = $1`, [person.id]);
  await listener.askOffice();
  expect(letters()).toBe(2);
});

it('sets the label of a declared interest on each later post under its topic, and on no other', async () => {
  const member = await world.person({ enterprise: true });
  const other = await world.person();
  const [topic, elsewhere] = [await world.topic(), await world.topic()];
  const before = await answer(member, await ask(world, other, { topicIds: [topic] }));
  await member.call(people.declareInterest, { topicId: topic, text: 'Đơn vị bán dịch vụ này' });
  await member.call(people.declareInterest, { topicId: topic, text: 'Đơn vị cung cấp dịch vụ này' });
  const after = await answer(member, await ask(world, other, { topicIds: [topic, elsewhere] }));
  const apart = await answer(member, await ask(world, other, { topicIds: [elsewhere] }));
  expect([before, after, apart].map(({ author }) => author.mark)).toEqual(['enterprise', 'interested', 'enterprise']);
  const own = await ask(world, member, { topicIds: [topic] });
  const [item] = await world.sqlAsOwner<{ mark: string }>(`select byline->>'mark' as mark from item where id = $1`, [
    own,
  ]);
  expect(item!.mark).toBe('interested');
  expect((await other.call(people.read, { id: member.id })).interests).toMatchObject([
    { topic: { id: topic }, text: 'Đơn vị cung cấp dịch vụ này' },
  ]);
  await member.call(people.withdrawInterest, { topicId: topic });
  const withdrawn = await answer(member, await ask(world, other, { topicIds: [topic] }));
  expect(withdrawn.author.mark).toBe('enterprise');
  await expect(member.call(people.withdrawInterest, { topicId: topic })).rejects.toMatchObject({ code: 'not-found' });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { answerInvitations, threads as threadContract } from '@hat-nhan/contracts';
import { follows, drafts } from './desks.js';

import { people } from './people.js';
import { spaces } from './spaces.js';
import { threads } from './threads/index.js';
import type { DemoWhen } from './types.js';
import { successions, units } from './units.js';
import { asked, joinRequests, reviews, sayings, vouched } from './works.js';

const registry = (name: string) => readFileSync(new URL(`../../registries/data/${name}`, import.meta.url), 'utf8');
const realUnits = parse(registry('organisations.csv'), { columns: true }) as { name_vi: string; kind: string }[];
const topicSlugs = (JSON.parse(registry('topics.json')) as { topics: { slug: string }[] }).topics.map((t) => t.slug);

const personByKey = new Map(people.map((person) => [person.key, person]));
const unitByKey = new Map(units.map((unit) => [unit.key, unit]));
const answers = threads.flatMap((thread) => thread.answers);
const commentsOf = (thread: (typeof threads)[number]) => [
  ...(thread.comments ?? []),
  ...thread.answers.flatMap((answer) => answer.comments ?? []),
];
const posts = threads.flatMap((thread) => [thread, ...thread.answers, ...commentsOf(thread)]);
const everyText = [
  ...posts.map((post) => post.text),
  ...answers.map((a) => a.title),
  ...threads.flatMap((t) => [t.title, t.closed?.note, ...Object.values(t.context ?? {})]),
  ...people.flatMap((p) => [p.name, p.bio, ...(p.canAnswer ?? []), ...p.positions.map((x) => x.unitText)]),
  ...units.map((unit) => unit.name),
  ...spaces.flatMap((space) => [space.name, space.description]),
  ...drafts.flatMap((draft) => [draft.title, draft.text]),
].filter((text): text is string => typeof text === 'string');

/** The calendar moves what is older than a working week by less than this. */
const A_WEEK = 7;

/** Minutes on one line, earlier is smaller. */
function minute({ daysAgo, at }: DemoWhen): number {
  expect(at).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return hours * 60 + minutes - daysAgo * 1440;
}
const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
const opening = (text: string) =>
  words(text.replace(/[^\p{L}\p{N}\s]/gu, ' '))
    .slice(0, 5)
    .join(' ')
    .toLowerCase();
const count = (test: (t: (typeof threads)[number]) => boolean) => threads.filter(test).length;
const unitNow = (key: string) => personByKey.get(key)?.positions.find((p) => p.kind === 'in_office')?.unit;
const isEnterprise = (key: string) => unitByKey.get(unitNow(key) ?? '')?.kind === 'enterprise';
const stateBodyPeople = people.filter((p) => unitNow(p.key) && !isEnterprise(p.key));
const insiders = new Map(spaces.map((space) => [space.key, new Set([...space.moderators, ...space.members])]));
const readersOf = ({ audience }: (typeof threads)[number]) => {
  const inside = insiders.get(audience);
  if (inside) return people.filter((p) => inside.has(p.key));
  return audience === 'state' ? stateBodyPeople : people;
};
const sentences = (text: string) =>
  text
    .replace(/@\[([^\]]+)\]\([^)]+\)/g, '$1')
    .split(/[.!?;:\n|]+/)
    .map((sentence) => words(sentence).join(' ').toLowerCase())
    .filter((sentence) => sentence.split(' ').length > 8);

const works = [...asked, ...vouched, ...sayings, ...reviews];

describe('units', () => {
  it('have unique keys, and parents that stand before them', () => {
    const seen = new Set<string>();
    for (const unit of units) {
      expect(seen).not.toContain(unit.key);
      if (unit.parent) expect([...seen]).toContain(unit.parent);
      seen.add(unit.key);
    }
  });

  it('bear no name of the real registry', () => {
    const real = new Set(realUnits.map((row) => row.name_vi.toLowerCase()));
    const realPlaces = realUnits.filter((row) => row.kind === 'province').map((row) => row.name_vi);
    expect(real.size).toBeGreaterThan(200);
    for (const unit of units) {
      expect(real).not.toContain(unit.name.toLowerCase());
      for (const place of realPlaces) {
        expect(unit.name).not.toContain(place.replace(/^(Tỉnh|Thành phố) /, ''));
      }
    }
  });

  it('join their predecessors to successors that begin on the next day', () => {
    expect(successions.length).toBeGreaterThan(0);
    for (const { from, to, date } of successions) {
      const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
      expect(unitByKey.get(from)?.validTo).toBe(date);
      expect(unitByKey.get(to)?.validFrom).toBe(next);
    }
  });
});

describe('people', () => {
  const titles = ['Trưởng phòng', 'Phó Trưởng phòng', 'Giám đốc', 'Phó Giám đốc', 'Chuyên viên', 'Chuyên gia', 'Khác'];

  it('are many, with distinct keys, names and reserved e-mail addresses', () => {
    expect(people.length).toBeGreaterThanOrEqual(45);
    for (const read of [(p: (typeof people)[number]) => p.key, (p: (typeof people)[number]) => p.name]) {
      expect(new Set(people.map(read)).size).toBe(people.length);
    }
    expect(new Set(people.map((p) => p.email)).size).toBe(people.length);
    for (const { email } of people) expect(email).toMatch(/^[a-z]+\.[a-z]+@[a-z]+\.example$/);
  });

  it('hold each sign-in link once', () => {
    const links = people.flatMap((p) => p.signIn ?? []);
    expect(links.toSorted()).toEqual(
      [
        'administrator',
        'coordinator',
        'editor',
        'enterprise',
        'expert',
        'member',
        'moderator',
        'representative',
      ].toSorted(),
    );
    for (const { signIn, roles, expertOf, representativeOf, key } of people) {
      const given = new Set<string>(['member', ...(roles ?? [])]);
      if (expertOf) given.add('expert');
      if (representativeOf) given.add('representative');
      if (isEnterprise(key)) given.add('enterprise');
      if (signIn) expect(given).toContain(signIn);
    }
  });

  it('hold known titles in known units, at most one post at a time', () => {
    for (const { key, positions, expertOf, representativeOf } of people) {
      const current = positions.filter((p) => p.kind === 'in_office');
      expect(current.length + positions.filter((p) => p.kind === 'retired').length).toBe(1);
      for (const { unit, title, kind, fromDays, toDays } of positions) {
        expect(unitByKey.has(unit)).toBe(true);
        expect(titles).toContain(title);
        expect(kind === 'in_office').toBe(toDays === undefined);
        expect(fromDays).toBeGreaterThan(toDays ?? 0);
      }
      for (const slug of expertOf ?? []) expect(topicSlugs).toContain(slug);
      if (representativeOf) expect(representativeOf).toBe(unitNow(key));
    }
  });

  it('include every topic expert, a retired member and one who changed jobs', () => {
    expect(new Set(people.flatMap((p) => p.expertOf ?? []))).toEqual(new Set(topicSlugs));
    expect(people.filter((p) => p.positions.some((x) => x.kind === 'retired')).length).toBeGreaterThanOrEqual(2);
    expect(people.filter((p) => isEnterprise(p.key)).length).toBeGreaterThanOrEqual(4);
    expect(people.some((p) => p.positions.some((x) => x.kind === 'former'))).toBe(true);
  });
});

describe('threads', () => {
  it('resolve every key', () => {
    expect(new Set(threads.map((t) => t.key)).size).toBe(threads.length);
    expect(new Set(threads.map((t) => t.title)).size).toBe(threads.length);
    expect(new Set(threads.map((t) => t.topic))).toEqual(new Set(topicSlugs));
    const named = [
      ...posts.map((post) => post.author),
      ...threads.flatMap((t) => t.closed?.by ?? []),
      ...answers.flatMap((a) => [a.accepted?.by, a.hidden?.by]).filter((key) => key !== undefined),
      ...works.flatMap((work) => ('by' in work ? [work.by] : work.flags.map(({ by }) => by))),
    ];
    for (const key of named) expect([...personByKey.keys()]).toContain(key);
    for (const [, name, key] of posts.flatMap((p) => [...p.text.matchAll(/@\[([^\]]+)\]\(person:([^)]+)\)/g)])) {
      expect(personByKey.get(key ?? '')?.name).toBe(name);
    }
    expect(posts.filter((p) => p.text.includes('](person:')).length).toBeGreaterThanOrEqual(3);
  });

  it('count other units with a person in office, and never more votes than readers', () => {
    for (const thread of threads) {
      const readers = readersOf(thread);
      expect(new Set(thread.meToo).size).toBe(thread.meToo.length);
      for (const unit of thread.meToo) {
        expect(readers.map((p) => unitNow(p.key))).toContain(unit);
        expect(unit).not.toBe(unitNow(thread.author));
      }
      for (const post of [thread, ...thread.answers]) expect(post.helpful).toBeLessThan(readers.length);
    }
  });

  it('are written and followed by their readers alone', () => {
    for (const thread of threads) {
      const readers = readersOf(thread).map((p) => p.key);
      for (const { author } of [thread, ...thread.answers, ...commentsOf(thread)]) expect(readers).toContain(author);
    }
    const written = new Map(threads.map((thread) => [thread.key, thread]));
    const wants = [
      ...Object.entries(follows).flatMap(([key, own]) => own.map((thread) => ({ key, thread }))),
      ...drafts.flatMap(({ author, answers: thread }) => (thread ? [{ key: author, thread }] : [])),
    ];
    for (const { key, thread } of wants) expect(readersOf(written.get(thread)!).map((p) => p.key)).toContain(key);
  });

  it('keep to working days and hours, but for some evenings and some Sundays', () => {
    const off = posts.filter(({ when: { daysAgo } }) => daysAgo > 5 && [6, 0].includes(daysAgo % 7));
    expect(off.length).toBeLessThan(posts.length / 10);
    for (const { when } of off) expect(when.at < '07:00' || when.at >= '18:30').toBe(true);
    const evenings = posts.filter(({ when: { at } }) => at < '06:30' || at >= '18:30');
    expect(evenings.length).toBeGreaterThan(posts.length / 20);
    expect(evenings.length).toBeLessThan(posts.length / 3);
  });

  it('run in chronological order, by people who held a post that day', () => {
    for (const thread of threads) {
      let last = minute(thread.when);
      for (const answer of thread.answers) {
        const at = minute(answer.when);
        expect(at).toBeGreaterThan(last);
        last = at;
        if (answer.accepted) expect(minute(answer.accepted.when)).toBeGreaterThan(at);
        answer.comments?.reduce((before, { when }) => {
          expect(minute(when)).toBeGreaterThan(before);
          return minute(when);
        }, at);
      }
      thread.comments?.reduce((before, { when }) => {
        expect(minute(when)).toBeGreaterThan(before);
        return minute(when);
      }, minute(thread.when));
      const lastPost = Math.max(...[thread, ...thread.answers, ...commentsOf(thread)].map((p) => minute(p.when)));
      if (thread.closed) expect(minute(thread.closed.when)).toBeGreaterThan(lastPost);
    }
    for (const { author, when } of posts) {
      const held = personByKey
        .get(author)
        ?.positions.some((p) =>
          p.kind === 'retired'
            ? (p.toDays ?? 0) > when.daysAgo + A_WEEK
            : p.fromDays > when.daysAgo + A_WEEK && (p.toDays ?? -1) < when.daysAgo,
        );
      expect([author, held]).toEqual([author, true]);
    }
  });

  it('agree with their state', () => {
    for (const { kind, state, closed, hidden, answers: given } of threads) {
      if (state === 'open' || state === 'resolved') expect(given.some((a) => a.accepted)).toBe(state === 'resolved');
      expect(closed !== undefined).toBe(state === 'closed');
      expect(hidden !== undefined).toBe(state === 'hidden');
      if (kind === 'discussion') expect(state).not.toBe('resolved');
    }
  });

  it('lead from a duplicate, and from what was split off, to what all of its readers see', () => {
    const others = new Map(threads.map((thread) => [thread.key, thread]));
    for (const thread of threads) {
      expect([thread.key, thread.duplicateOf !== undefined]).toEqual([thread.key, thread.state === 'duplicate']);
      // What people gave to a duplicate has gone to the other.
      if (thread.duplicateOf) expect([thread.helpful, thread.meToo, thread.answers]).toEqual([0, [], []]);
      for (const key of [thread.duplicateOf, thread.splitFrom]) {
        if (key === undefined) continue;
        const other = others.get(key)!;
        expect(['duplicate', 'hidden']).not.toContain(other.state);
        expect(minute(other.when)).toBeLessThan(minute(thread.when));
        const readers = new Set(readersOf(other).map((p) => p.key));
        expect(readersOf(thread).filter((p) => !readers.has(p.key))).toEqual([]);
      }
    }
    expect(count((t) => t.duplicateOf !== undefined)).toBeGreaterThanOrEqual(2);
    expect(count((t) => t.splitFrom !== undefined)).toBeGreaterThanOrEqual(1);
    // One that was merged lives on as an answer, under its title.
    const merged = answers.flatMap((a) => a.title ?? []);
    expect(merged.length).toBeGreaterThanOrEqual(1);
    expect(threads.map((t) => t.title)).not.toEqual(expect.arrayContaining(merged));
  });
});

describe('what waits for people', () => {
  const answered = (key: string, author: string) =>
    threads.find((t) => t.key === key)!.answers.find((a) => a.author === author);

  it('is about posts that stand, by and for people who read them', () => {
    for (const work of works) {
      const thread = threads.find((t) => t.key === work.thread);
      expect([work.thread, thread !== undefined]).toEqual([work.thread, true]);
      const readers = readersOf(thread!).map((p) => p.key);
      const doers = 'flags' in work ? work.flags.map(({ by }) => by) : [work.by];
      for (const doer of [...doers, ...('person' in work ? [work.person] : [])]) expect(readers).toContain(doer);
      if ('author' in work && work.author) {
        expect([work.thread, answered(work.thread, work.author) !== undefined]).toEqual([work.thread, true]);
        expect(doers).not.toContain(work.author);
      }
    }
    for (const { thread, by } of vouched)
      expect(personByKey.get(by)!.expertOf).toContain(threads.find((t) => t.key === thread)!.topic);
    for (const { unit } of joinRequests) expect(unitByKey.has(unit)).toBe(true);
  });

  it('has every state: invitations to answer, reviews, requests of both kinds', () => {
    expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(answerInvitations.invitationState.options));
    for (const { thread, person, state } of asked)
      if (state === 'answered') expect(answered(thread, person)).toBeDefined();
    expect(new Set(reviews.map(({ decided }) => decided?.state))).toEqual(new Set([undefined, 'upheld', 'rejected']));
    expect(reviews.filter(({ decided }) => !decided).length).toBeGreaterThanOrEqual(2);
    expect(new Set(joinRequests.map(({ askedBy }) => askedBy !== undefined))).toEqual(new Set([true, false]));
    for (const { reason, still } of sayings) if (!still) expect(reason.length).toBeGreaterThan(20);
  });
});

describe('the bar', () => {
  const questions = threads.filter((t) => t.kind === 'question');

  it('has enough of every kind, and leaves one fifth of the questions open', () => {
    expect(threads.length).toBeGreaterThanOrEqual(60);
    expect(count((t) => t.kind === 'discussion' && t.state === 'open')).toBeGreaterThanOrEqual(2);
    for (const audience of ['public', 'members', 'state']) {
      expect(count((t) => t.audience === audience)).toBeGreaterThanOrEqual(4);
    }
    for (const { key } of spaces) expect([key, count((t) => t.audience === key) >= 2]).toEqual([key, true]);
    expect(spaces.length).toBeGreaterThanOrEqual(5);
    expect(new Set(threads.map((t) => t.state))).toEqual(
      new Set(['open', 'resolved', 'closed', 'archived', 'duplicate', 'hidden']),
    );
    expect(new Set(threads.flatMap((t) => t.closed?.reason ?? []))).toEqual(
      new Set(threadContract.closeReason.options),
    );
    expect(answers.filter((a) => a.hidden).length).toBeGreaterThanOrEqual(1);
    expect(count((t) => t.unnamed === true)).toBe(2);
    expect(questions.filter((t) => t.state === 'open').length).toBeGreaterThanOrEqual(questions.length / 5);
    expect(questions.filter((t) => t.state === 'open' && t.answers.length === 0).length).toBeGreaterThanOrEqual(7);
    expect(answers.filter((a) => a.accepted).length).toBeGreaterThan(count((t) => t.state === 'resolved'));
  });

  it('counts follow a long tail', () => {
    const counts = threads.map((t) => t.answers.length);
    expect(counts.filter((n) => n >= 20)).toHaveLength(2);
    expect(counts.filter((n) => n <= 3).length).toBeGreaterThan(threads.length * 0.7);
    const meToo = threads.map((t) => t.meToo.length).toSorted((a, b) => b - a);
    expect(meToo[0]).toBe(23);
    expect(meToo[1]).toBeLessThan(10);
    const authors = Map.groupBy(answers, (a) => a.author);
    expect(authors.size).toBeGreaterThan(people.length * 0.75);
    for (const own of authors.values()) expect(own.length).toBeLessThan(answers.length / 10);
  });

  it('stretches from hours to nearly two years ago', () => {
    const days = threads.map((t) => t.when.daysAgo);
    expect(days.filter((n) => n <= 5).length).toBeGreaterThanOrEqual(10);
    expect(days.filter((n) => n >= 100).length).toBeGreaterThanOrEqual(15);
    expect(Math.max(...days)).toBeGreaterThan(700);
  });

  it('opens every question and answer differently', () => {
    const openings = [...threads, ...answers].map((post) => opening(post.text));
    expect(openings.filter((text, index) => openings.indexOf(text) !== index)).toEqual([]);
    const firstWords = threads.map((t) => opening(t.text).split(' ').slice(0, 2).join(' '));
    expect(firstWords.filter((text, index) => firstWords.indexOf(text) !== index)).toEqual([]);
  });

  it('says nothing twice: no sentence of more than eight words stands in two posts', () => {
    const said = posts.flatMap((post) => [...new Set(sentences(post.text))]);
    expect(said.filter((sentence, index) => said.indexOf(sentence) !== index)).toEqual([]);
  });

  it('differs in length', () => {
    const lengths = threads.map((t) => words(t.text).length).toSorted((a, b) => a - b);
    expect(lengths[0]).toBeGreaterThanOrEqual(35);
    expect(lengths.at(-1)).toBeLessThanOrEqual(220);
    expect(lengths.filter((n) => n < 50).length).toBeGreaterThanOrEqual(8);
    expect(lengths.filter((n) => n > 130).length).toBeGreaterThanOrEqual(2);
    expect(lengths.at(-1)).toBeGreaterThan(180);
    expect(new Set(lengths).size).toBeGreaterThan(threads.length / 2);
    const answerLengths = answers.map((a) => words(a.text).length);
    expect(Math.min(...answerLengths)).toBeLessThan(12);
    expect(Math.max(...answerLengths)).toBeGreaterThan(110);
    expect(Math.max(...answerLengths)).toBeLessThanOrEqual(220);
    expect(posts.filter((p) => !/[.?!|]$/.test(p.text)).length).toBeGreaterThanOrEqual(10);
  });

  it('uses odd numbers', () => {
    const plain = posts
      .map((post) => post.text.replace(/\d+[/-][\p{L}\d/-]+|(19|20)\d\d(?!\d)|\d\d giờ/gu, ' '))
      .flatMap((text) => text.match(/\d[\d.,]*\d/g) ?? []);
    const round = plain.filter((number) => number.endsWith('0') && !number.includes(','));
    expect(plain.length).toBeGreaterThan(300);
    expect(round.length / plain.length).toBeLessThan(0.15);
  });

  it('spells by the rules of the glossary', () => {
    for (const text of everyText) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/(?<![qQ])(o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\p{L})/iu);
      expect(text).not.toMatch(/(?<!\p{L})bạn(?!\p{L})/iu);
      expect(text).not.toMatch(/\s$|^\s| {2}/);
    }
  });

  it('shows no address, host, telephone or e-mail', () => {
    for (const text of everyText) {
      expect(text).not.toMatch(/\b\d{1,3}(\.\d{1,3}){3}\b|https?:|www\.|\b[a-z0-9-]+\.(vn|com|net|org|local)\b/i);
      expect(text).not.toMatch(/@(?!\[)|(?<!\d)0\d{9}(?!\d)/);
    }
  });

  it('does not say what an article of a law says', () => {
    for (const text of everyText) expect(text).not.toMatch(/(Điều|khoản|Khoản) \d/u);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { bylineOf } from './bylines.js';
import { drafts } from './content/desks.js';
import { people as invented } from './content/people.js';
import { spaces } from './content/spaces.js';
import { threads as content } from './content/threads/index.js';
import type { DemoPerson } from './content/types.js';
import { units } from './content/units.js';
import { demoDays } from './days.js';
import type { LoadedUnit } from './load-units.js';
import { prepareDemo } from './load.js';
import { allWhens } from './posts.js';
import { demoRoles } from './roles.js';

let database: TestDatabase;
let client: Client;
const now = new Date();
const said: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await prepareDemo({ ownerUrl: database.ownerUrl, say: (line) => said.push(line), now });
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const rows = async <T = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  (await client.query(text, values)).rows as T[];
const number = async (text: string, values: unknown[] = []) => Number((await rows<{ n: string }>(text, values))[0]!.n);

const outOfSight = (table: string) =>
  `select count(*) n from ${table} x where not exists (select from app.readers(x.space_id) r(id) where r.id = x.person_id)`;

describe('the demo', () => {
  it('has a request that waits for a moderator, and an invitation for the member', async () => {
    const waiting = await rows(
      `select j.kind, p.name, (select count(*)::int from notification n where n.joining_id = j.id) as told
       from space_joining j join person p on p.id = j.person_id where j.state = 'open' order by j.kind`,
    );
    expect(waiting).toEqual([
      { kind: 'asked', name: 'Phùng Thị Thu Trà', told: 1 },
      { kind: 'invited', name: 'Vũ Thị Hạnh', told: 1 },
    ]);
  });

  it('holds all of the content, marked as invented', async () => {
    expect(said.at(-1)).toContain(
      `${units.length} đơn vị, ${invented.length} người, ${spaces.length + 3} không gian, ${content.length} câu hỏi`,
    );
    expect(await number('select count(*) n from organisation where demo')).toBe(units.length);
    expect(await number('select count(*) n from person where demo')).toBe(invented.length);
    expect(await number('select count(*) n from thread')).toBe(content.length);
    expect(await number('select count(*) n from space')).toBeGreaterThanOrEqual(8);
    expect(
      await number('select count(*) n from space s where not exists (select from thread t where t.space_id = s.id)'),
    ).toBe(0);
    expect(
      await number(
        `select count(*) n from item where not demo and kind in ('question', 'discussion', 'answer', 'comment', 'person')`,
      ),
    ).toBe(0);
    expect(await rows('select name, set_up_at is not null as up, demo_at is not null as demo from instance')).toEqual([
      { name: 'Mạng lưới chuyên gia Chính phủ điện tử', up: true, demo: true },
    ]);
  });

  it('says whom to ask, and has invitations that wait and one that has expired', async () => {
    expect(await rows('select contact from instance')).toEqual([{ contact: expect.stringContaining('điện thoại') }]);
    expect(
      await number(`select count(*) n from account a join person p on p.id = a.person_id
        where a.demo_role in ('coordinator', 'administrator') and p.contact_visible and p.telephone <> ''`),
    ).toBe(2);
    expect(
      await rows(
        'select state, count(*)::int as n, bool_or(expires_at > $1) as open from invitation group by 1 order by 1',
        [now],
      ),
    ).toEqual([
      { state: 'expired', n: 2, open: false },
      { state: 'sent', n: 4, open: true },
    ]);
    const sent = `select a.demo_role, count(*)::int as n from invitation v join account a on a.person_id = v.invited_by group by 1 order by 1`;
    expect(await rows(sent)).toEqual([
      { demo_role: 'administrator', n: 1 },
      { demo_role: 'coordinator', n: 4 },
      { demo_role: 'representative', n: 1 },
    ]);
  });

  it('is loaded once', async () => {
    const before = await number('select max(id) n from item');
    await prepareDemo({ ownerUrl: database.ownerUrl, now });
    expect(await number('select max(id) n from item')).toBe(before);
  });

  it('leaves nothing when it is cut short, and is whole the next time', async () => {
    const other = await testDatabase();
    const owner = new Client({ connectionString: other.ownerUrl });
    await owner.connect();
    try {
      await owner.query(`create function stop() returns trigger language plpgsql as $$ begin raise exception 'cut short'; end $$;
        create trigger stop before insert on draft for each row execute function stop()`);
      await expect(prepareDemo({ ownerUrl: other.ownerUrl, now })).rejects.toThrow('cut short');
      const left =
        'select (select count(*)::int from person) as people, (select count(*)::int from thread) as threads, demo_at from instance';
      expect((await owner.query(left)).rows).toEqual([{ people: 0, threads: 0, demo_at: null }]);
      await owner.query('drop trigger stop on draft');
      await prepareDemo({ ownerUrl: other.ownerUrl, now });
      expect((await owner.query(left)).rows).toMatchObject([{ people: invented.length, threads: content.length }]);
    } finally {
      await owner.end();
      await other.drop();
    }
  }, 60_000);

  it('has a member behind every sign-in link, who is what the link says', async () => {
    const doors = await rows<{
      demo_role: string;
      roles: string[];
      expert: boolean;
      represents: boolean;
      enterprise: boolean;
      state_body: boolean;
      news: number;
      unread: number;
    }>(`
      select a.demo_role, p.roles, p.enterprise, s.state_body,
        exists (select 1 from topic_expert e where e.person_id = p.id and e.expert) as expert,
        exists (select 1 from representative r where r.person_id = p.id) as represents,
        (select count(*)::int from notification n where n.person_id = p.id) as news,
        (select count(*)::int from notification n where n.person_id = p.id and n.read_at is null) as unread
      from account a join person p on p.id = a.person_id join person_standing s on s.person_id = p.id
        join email e on e.person_id = p.id and e.main and e.confirmed_at is not null
      where a.demo_role is not null and a.rules_at is not null and s.member`);
    const door = new Map(doors.map((row) => [row.demo_role, row]));
    expect([...door.keys()].toSorted()).toEqual(
      demoRoles
        .map(({ key }) => key)
        .filter((key) => key !== 'visitor')
        .toSorted(),
    );
    for (const role of ['moderator', 'editor', 'coordinator', 'administrator'])
      expect(door.get(role)!.roles).toContain(role);
    expect(door.get('expert')!.expert).toBe(true);
    expect(door.get('representative')!.represents).toBe(true);
    expect(door.get('enterprise')).toMatchObject({ enterprise: true, state_body: false });
    for (const row of doors) expect([row.demo_role, row.news > 2]).toEqual([row.demo_role, true]);
    for (const row of doors) expect([row.demo_role, row.unread > 0]).toEqual([row.demo_role, true]);
    expect(
      await number('select count(*) n from draft d join account a using (person_id) where a.demo_role is not null'),
    ).toBe(drafts.length);
    const own = `select a.demo_role, coalesce(string_agg(distinct w.item_id::text, ' '), '') as watched,
        (select count(*)::int from space_member m where m.person_id = a.person_id) as groups
      from account a left join watch w on w.person_id = a.person_id where a.demo_role is not null group by a.person_id`;
    const desks = await rows<{ demo_role: string; watched: string; groups: number }>(own);
    expect(new Set(desks.map(({ watched }) => watched)).size).toBe(desks.length);
    for (const { demo_role: role, watched, groups } of desks) {
      expect([role, watched.split(' ').length >= 3, groups > 0]).toEqual([role, true, true]);
    }
  });

  it('counts what its rows say', async () => {
    const wrong = await rows(`
      with shown as (select * from post where withheld_by is null)
      select i.title from thread t join item i using (id) where i.state <> 'hidden' and (
        (t.answers, t.comments, t.accepted, t.canonical, t.people, t.helpful, t.me_too, t.watchers, (t.last->>'postId')::int) is distinct from (
          (select count(*)::int from shown p where p.thread_id = t.id and p.kind = 'answer'),
          (select count(*)::int from shown p where p.thread_id = t.id and p.kind = 'comment'),
          (select count(*)::int from shown p where p.thread_id = t.id and p.accepted_at is not null),
          (select count(*)::int from shown p where p.thread_id = t.id and p.canonical_at is not null),
          (select count(distinct x.author_id)::int from shown p join item x on x.id = p.id where p.thread_id = t.id),
          (select count(*)::int from vote v where v.post_id = t.id),
          (select count(distinct m.organisation_id)::int from me_too m where m.thread_id = t.id),
          (select count(*)::int from watch w where w.item_id = t.id and w.level = 'watch'),
          (select p.id from shown p join item x on x.id = p.id where p.thread_id = t.id and p.kind <> 'question' order by x.created_at desc, x.id desc limit 1))
        or i.active_at <> (select max(x.created_at) from shown p join item x on x.id = p.id where p.thread_id = t.id)
        or i.state in ('open', 'resolved') and (i.state = 'resolved') <> (t.accepted > 0)
        or (i.state = 'closed') <> (t.close_reason is not null))`);
    expect(wrong).toEqual([]);
    expect(
      await number(
        'select count(*) n from post p where p.helpful <> (select count(*) from vote v where v.post_id = p.id)',
      ),
    ).toBe(0);
    const helpful = content.flatMap((thread) => [thread.helpful, ...thread.answers.map((answer) => answer.helpful)]);
    expect(await number('select count(*) n from vote')).toBe(helpful.reduce((sum, count) => sum + count));
    expect(await number('select count(*) n from me_too')).toBe(
      content.reduce((sum, thread) => sum + thread.meToo.length, 0),
    );
  });

  it('holds nothing that a person could not have done', async () => {
    expect(
      await number('select count(*) n from vote v join item i on i.id = v.post_id where i.author_id = v.person_id'),
    ).toBe(0);
    for (const table of ['vote', 'me_too', 'watch', 'notification'])
      expect([table, await number(outOfSight(table))]).toEqual([table, 0]);
    expect(
      await number(
        `select count(*) n from item i join person p on p.id = i.author_id where i.created_at < p.joined_at`,
      ),
    ).toBe(0);
    expect(
      await number(
        `select count(*) n from notification n join item i on i.id = n.post_id where n.at < i.created_at or n.person_id = i.author_id and n.kind not in ('accepted', 'closed')`,
      ),
    ).toBe(0);
    expect(await number('select count(*) n from notification where mail_due is not null')).toBe(0);
  });

  it('has hidden what moderators hid, and work for everybody behind a sign-in link', async () => {
    expect(
      await rows(`select i.kind, count(*)::int as n from withheld w join item i using (id) join post p using (id)
        where i.state = 'hidden' and p.withheld_by = p.id group by 1 order by 1`),
    ).toEqual([
      { kind: 'answer', n: 1 },
      { kind: 'discussion', n: 1 },
    ]);
    expect(
      await number(
        `select count(*) n from search_row r join post p on p.id = r.item_id where p.withheld_by is not null`,
      ),
    ).toBe(0);
    expect(await rows(`select state, count(*)::int as n from review group by 1 order by 1`)).toEqual([
      { state: 'open', n: 2 },
      { state: 'rejected', n: 1 },
      { state: 'upheld', n: 2 },
    ]);
    expect(await number(`select count(distinct state) n from answer_invitation`)).toBe(6);
    const invited = await rows<{ demo_role: string }>(
      `select a.demo_role from answer_invitation v join account a using (person_id) where v.state in ('open', 'will_answer') and a.demo_role is not null order by 1`,
    );
    expect(invited.map((row) => row.demo_role)).toEqual([
      'administrator',
      'editor',
      'enterprise',
      'expert',
      'representative',
    ]);
    expect(
      await number(`select count(*) n from post p join item_topic it on it.item_id = p.thread_id
        join topic_expert e on e.topic_id = it.topic_id and e.expert join account a using (person_id)
        where p.no_longer = 2 and a.demo_role = 'expert'`),
    ).toBe(1);
    expect(await number('select count(*) n from post where canonical_at is not null')).toBe(2);
    expect(await number(`select count(*) n from item where state = 'archived'`)).toBeGreaterThanOrEqual(1);
    const joins = `select count(*) n from join_request j where state = 'requested'`;
    expect(await number(joins)).toBe(3);
    expect(
      await number(
        `${joins} and organisation_id in (select r.organisation_id from representative r join account a using (person_id) where a.demo_role = 'representative')`,
      ),
    ).toBe(1);
    for (const table of ['answer_invitation', 'still_true', 'flag'])
      expect([table, await number(outOfSight(table))]).toEqual([table, 0]);
  });

  it('lies in the past', async () => {
    const columns = await rows<{
      table_name: string;
      column_name: string;
    }>(`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type like 'timestamp with%' and table_name in ('item', 'space', 'vote', 'notification', 'person', 'account', 'email', 'account_role', 'draft', 'post', 'withheld', 'flag', 'answer_invitation', 'still_true', 'join_request')`);
    expect(columns.length).toBeGreaterThan(10);
    for (const { table_name: table, column_name: column } of columns) {
      expect([table, column, await number(`select count(*) n from "${table}" where ${column} > now()`)]).toEqual([
        table,
        column,
        0,
      ]);
    }
    expect(
      await number('select count(*) n from position where from_date > current_date or to_date > current_date'),
    ).toBe(0);
  });

  it('numbers posts in the order of time, and replaces keys of people by ids', async () => {
    expect(
      await number(
        `select count(*) n from (select created_at, lag(created_at) over (order by i.id) before from item i join post p using (id)) x where created_at < before`,
      ),
    ).toBe(0);
    expect(await number(`select count(*) n from post where text ~ 'person:[a-z]'`)).toBe(0);
    expect(await number(`select count(*) n from post where html like '%data-ref="person:%'`)).toBeGreaterThanOrEqual(3);
    expect(
      await number(
        `select count(*) n from post p, lateral (select (regexp_matches(p.html, 'person:(\\d+)'))[1]::int as id) m where not exists (select 1 from person where id = m.id)`,
      ),
    ).toBe(0);
  });

  it('keeps the name of who asked without it out of the thread', async () => {
    const unnamed = await rows<{ id: number; author_id: number }>(
      `select id, author_id from item where kind = 'question' and byline->>'name' is null`,
    );
    expect(unnamed).toHaveLength(2);
    for (const { id, author_id: author } of unnamed) {
      expect(
        await number(
          `select count(*) n from item i join post p using (id) where p.thread_id = $1 and i.author_id = $2 and (i.byline->>'personId' is not null or i.byline->>'organisationId' is not null)`,
          [id, author],
        ),
      ).toBe(0);
    }
  });

  it('is found: every thread, answer, person and unit has its search row', async () => {
    const missing = `select count(*) n from item i where i.kind <> 'comment' and i.state <> 'hidden' and not exists (select 1 from search_row r where r.item_id = i.id and r.space_id = i.space_id)`;
    expect(await number(missing)).toBe(0);
    expect(await number('select rows n from search_size')).toBeGreaterThan(400);
    expect(await number('select count(*) n from term_weight')).toBeGreaterThan(1000);
  });

  it('writes bylines as of the position of that day', async () => {
    const odd = `select count(*) n from item i where i.byline ? 'organisationId' and i.byline->>'organisationId' is not null and not exists (
      select 1 from position x where x.person_id = i.author_id and x.organisation_id = (i.byline->>'organisationId')::int
        and x.from_date <= (i.created_at at time zone 'Asia/Ho_Chi_Minh')::date and coalesce(x.to_date, 'infinity') >= (i.created_at at time zone 'Asia/Ho_Chi_Minh')::date)`;
    expect(await number(odd)).toBe(0);
  });
});

const unit = (id: number, name: string): LoadedUnit => ({ id, name, topId: id, topKind: 'province' });

describe('a byline', () => {
  const places = new Map([
    ['cu', unit(1, 'Sở cũ')],
    ['moi', unit(2, 'Sở mới')],
  ]);
  const thread = { ...content[0]!, unnamed: false, author: 'ai-do', topic: 'du-lieu' };
  const byline = (person: Partial<DemoPerson>, daysAgo: number, of = thread) => {
    const positions: DemoPerson['positions'] = [
      { unit: 'moi', title: 'Giám đốc', kind: 'in_office', fromDays: 100 },
      { unit: 'cu', title: 'Chuyên viên', unitText: 'Phòng Một', kind: 'former', fromDays: 900, toDays: 101 },
    ];
    const whole = { key: 'ai-do', name: 'Lê Ai Đó', email: 'ai.le@thu.example', positions, ...person };
    return bylineOf({ id: 9, person: whole, unit: undefined, stateBody: true }, { daysAgo, at: '08:00' }, of, places);
  };

  it('is of the position held that day', () => {
    expect(byline({}, 3)).toEqual({
      personId: 9,
      name: 'Lê Ai Đó',
      title: 'Giám đốc',
      organisation: 'Sở mới',
      organisationId: 2,
      mark: null,
    });
    expect(byline({ prefix: 'TS.', expertOf: ['du-lieu'] }, 200)).toMatchObject({
      name: 'TS. Lê Ai Đó',
      title: 'Chuyên viên',
      organisation: 'Phòng Một, Sở cũ',
      mark: 'expert',
    });
  });

  it('of who has retired says what he was, and of who asked without name nothing', () => {
    const retired: DemoPerson['positions'] = [
      { unit: 'cu', title: 'Giám đốc', kind: 'retired', fromDays: 900, toDays: 50 },
    ];
    expect(byline({ positions: retired }, 3)).toMatchObject({ title: 'Nguyên Giám đốc', organisationId: null });
    const without = {
      personId: null,
      name: null,
      title: 'Một thành viên cấp tỉnh',
      organisation: '',
      organisationId: null,
      mark: null,
    };
    expect(byline({}, 3, { ...thread, unnamed: true })).toEqual(without);
  });
});

describe('the calendar', () => {
  it('never reaches into the future, at whatever hour the first run is', () => {
    const whens = allWhens();
    for (let hour = 0; hour < 24; hour += 1) {
      const run = new Date(Date.UTC(2026, 10, 23, hour, 7));
      const days = demoDays(run, whens);
      for (const when of whens) expect(Date.parse(days.at(when))).toBeLessThanOrEqual(run.getTime());
    }
  });

  it('counts days in Vietnam', () => {
    const days = demoDays(new Date('2026-11-22T23:30:00Z'), [{ daysAgo: 0, at: '06:00' }]);
    expect(days.at({ daysAgo: 0, at: '06:00' })).toBe('2026-11-22T23:00:00.000Z');
    expect([days.day(0), days.day(1), days.day(-2)]).toEqual(['2026-11-23', '2026-11-22', '2026-11-25']);
    expect(demoDays(new Date('2026-11-22T22:30:00Z'), [{ daysAgo: 0, at: '06:00' }]).day(0)).toBe('2026-11-20');
  });

  it('keeps the rhythm of the week and the order of days, on whatever day the first run is', () => {
    const back = Array.from({ length: 43 }, (_, daysAgo) => ({ daysAgo, at: '09:30' }));
    for (let day = 16; day < 30; day += 1) {
      const days = demoDays(new Date(Date.UTC(2026, 10, day, 6)), back);
      const moments = back.map((when) => new Date(days.at(when)));
      const weekdays = moments.map((moment) => moment.getUTCDay());
      expect(weekdays.slice(0, 6).filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
      for (const [daysAgo, weekday] of weekdays.entries()) {
        if (daysAgo > 5) expect([daysAgo, weekday]).toEqual([daysAgo, (6 - (daysAgo % 7)) % 7]);
        if (daysAgo > 0) expect(moments[daysAgo]!.getTime()).toBeLessThan(moments[daysAgo - 1]!.getTime());
      }
    }
  });
});

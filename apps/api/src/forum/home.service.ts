import { Injectable } from '@nestjs/common';
import { truth, type home, type Result } from '@hat-nhan/contracts';
import { Calendar } from '../calendar/calendar.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { represents } from '../organisations/represents.js';
import { decideJoin, invite, rolesToGive } from '../policies/accounts.js';
import { may } from '../policies/authorize.js';
import { chaseAnswers, lookAfterAnswers } from '../policies/forum.js';
import { cards, LISTED, shownCards, THREADS, type CardRow } from './cards.js';
import { ANSWERED } from './drafts.service.js';
import { overdueBefore, startOfMonth } from './holidays.js';

const LATEST = sql(
  cards(`select i.* from item i where ${LISTED} order by i.created_at desc, i.id desc limit 10`, 'created_at'),
);

// Questions without an answer, found once for every part that asks about them.
const WAITING = `with waiting as materialized (
    select i.id, i.title, i.author_id, i.created_at from thread t join item i on i.id = t.id
    where t.answers = 0 and i.kind = 'question' and i.state = 'open')`;
// Only what was touched this month is looked into, and of that the newest answer.
const NEWEST_ANSWER = `(select a.created_at from post p join item a on a.id = p.id
    where p.thread_id = i.id and p.kind = 'answer' order by p.id desc limit 1)`;
const COUNTS = `(select count(*)::int from waiting) as unanswered,
  (select count(*)::int from item i where i.kind = 'question' and i.state <> 'hidden' and i.active_at >= $1
    and ${NEWEST_ANSWER} >= $1) as "answeredThisMonth"`;
const OLDEST = 'order by i.created_at, i.id limit 5';
const DUTIES = `(select 'unanswered' as kind, i.id, null as "draftKey", i.title, i.created_at as at, 0 as answers,
      exists (select from topic_expert e join item_topic it on it.topic_id = e.topic_id
        where it.item_id = i.id and e.person_id = (select app.viewer()) and e.expert) as expert from waiting i
    where i.author_id is distinct from (select app.viewer()) and i.id in (
      select it.item_id from topic_expert e join item_topic it on it.topic_id = e.topic_id
      where e.person_id = (select app.viewer()) and (e.expert or e.can_answer)) ${OLDEST})
  union all (select 'choose', i.id, null, i.title, i.created_at, t.answers, false from item i join thread t on t.id = i.id
    where i.author_id = (select app.viewer()) and i.kind = 'question' and i.state = 'open' and t.answers > 0 ${OLDEST})
  union all (select 'invited', i.id, null, i.title, v.at, case when v.state = 'will_answer' then 1 else 0 end, false
    from answer_invitation v join item i on i.id = v.thread_id
    where v.person_id = (select app.viewer()) and v.state in ('open', 'will_answer') and i.state <> 'hidden' order by v.at, v.id limit 5)
  union all (select 'doubted', i.id, null, i.title, (select max(s.at) from still_true s where s.post_id = p.id), p.no_longer, false
    from post p join item i on i.id = p.thread_id join item a on a.id = p.id
    where p.no_longer >= ${truth.DOUBTED_BY} and p.deleted_at is null and a.author_id is distinct from (select app.viewer())
      and p.thread_id in (select it.item_id from topic_expert e join item_topic it on it.topic_id = e.topic_id
        where e.person_id = (select app.viewer()) and e.expert) order by p.id limit 5)
  union all (select 'draft', i.id, d.key, coalesce(nullif(d.title, ''), i.title, ''), d.saved_at, 0, false
    from draft d left join item i on ${THREADS} and i.id = ${ANSWERED}
    where d.person_id = (select app.viewer()) order by d.saved_at, d.key limit 5)
  union all (select 'overdue', i.id, null, i.title, i.created_at, 0, false from waiting i where $3::boolean and i.created_at < $2 ${OLDEST})`;
const WATCHED = `select i.id as "threadId", i.kind, i.title, t.last->>'at' as at, t.answers, t.accepted > 0 as accepted, t.last->'author' as by
  from watch w join item i on i.id = w.item_id join thread t on t.id = i.id
  where w.person_id = (select app.viewer()) and w.level = 'watch' and ${THREADS}
    and (t.last->'author'->>'personId')::int is distinct from (select app.viewer()) and t.last is not null
  order by i.active_at desc, i.id desc limit 10`;
// What those who look after others can do: a representative for his organisations and all below them; $4 looks after what is
// asked, $5 invites, $6 the roles that he may give, or null for all of them.
const ORGANISATIONS = `select o.id, o.name, o.name_en as "nameEn", below.people, below.last
  from representative r join organisation o on o.id = r.organisation_id cross join lateral (
    with recursive tree(id) as (select o.id union select u.id from organisation u join tree on u.parent_id = tree.id)
    select count(*)::int as people,
      (array_agg(json_build_object('id', p.id, 'name', p.name, 'at', p.joined_at) order by p.joined_at desc, p.id desc))[1] as last
    from person p where p.organisation_id in (select id from tree) and p.disabled_at is null) below
  where r.person_id = (select app.viewer()) order by o.id limit 3`;
const LATE = `select 'overdue' as kind, i.id, null as "draftKey", i.title, i.created_at as at, 0 as answers, false as expert from waiting i
  where $4::boolean and i.created_at < $2 order by i.created_at desc, i.id desc limit 3`;
const INVITATIONS = `select count(*) filter (where v.state in ('created', 'sent') and v.expires_at > $7)::int as open,
    count(*) filter (where (v.state = 'expired' or (v.state in ('created', 'sent') and v.expires_at <= $7))
      and not exists (select from invitation r where r.address = v.address and r.id > v.id)
      and not exists (select from email e where e.address = v.address and e.confirmed_at is not null))::int as expired
  from invitation v where $5::boolean and ($6::text[] is null or v.roles <@ $6)`;
// Not whom he named himself: about those another decides.
const JOINS = `select count(*)::int as waiting, min(j.created_at) as since from join_request j
  where j.state = 'requested' and j.asked_by is distinct from (select app.viewer()) and ($8::boolean or exists (select from representative r where r.person_id = (select app.viewer())) and ${represents('j.organisation_id')})`;
const GROUPS = `select s.id, s.name, s.name_en as "nameEn", count(*)::int as waiting, min(j.at) as since
  from space_joining j join space s on s.id = j.space_id
  where j.kind = 'asked' and j.state = 'open' and j.person_id <> (select app.viewer())
    and j.space_id = any ((select app.viewer_spaces('moderate'))::int[])
  group by s.id order by min(j.at), s.id limit 5`;
const CARE = `json_build_object('organisations', (select coalesce(json_agg(c), '[]') from (${ORGANISATIONS}) c),
  'overdue', (select coalesce(json_agg(c), '[]') from (${LATE}) c), 'invitations', (select row_to_json(c) from (${INVITATIONS}) c),
  'joins', (select row_to_json(c) from (${JOINS}) c), 'groups', (select coalesce(json_agg(c), '[]') from (${GROUPS}) c))`;
const OWN = sql(`${WAITING} select ${COUNTS},
  (select coalesce(json_agg(d order by d.kind = 'invited' desc, d.at, d.id), '[]') from (${DUTIES}) d) as duties,
  (select coalesce(json_agg(w), '[]') from (${WATCHED}) w) as watched, ${CARE} as care`);
const VISITORS = sql(`${WAITING} select ${COUNTS}`);

type Home = Result<typeof home.home>;
type Duty = Home['duties'][number];
interface Row extends Pick<Home, 'unanswered' | 'answeredThisMonth' | 'watched'> {
  duties: Waiting[];
  care: Omit<Home['care'], 'overdue'> & { overdue: Waiting[] };
}
type Waiting = Omit<Duty, 'reason'> & { answers: number; expert: boolean };

const MOST_DUTIES = 5;
const NO_CARE: Home['care'] = {
  organisations: [],
  overdue: [],
  invitations: { open: 0, expired: 0 },
  joins: { waiting: 0, since: null },
  groups: [],
};
const REASONS: Record<Duty['kind'], Record<Ctx['locale'], (waiting: Waiting) => string>> = {
  unanswered: {
    vi: ({ expert }) => `Thuộc chủ đề ${expert ? 'phụ trách' : 'có thể trả lời'}, chưa có câu trả lời`,
    en: ({ expert }) => `In a topic ${expert ? 'of yours' : 'that you can answer on'}, without an answer`,
  },
  choose: {
    vi: ({ answers }) => `Đã có ${answers} câu trả lời, chưa chọn`,
    en: ({ answers }) => `${answers} ${answers === 1 ? 'answer' : 'answers'}, none accepted yet`,
  },
  invited: {
    vi: ({ answers }) => (answers ? 'Được mời, đã hẹn trả lời' : 'Được mời trả lời'),
    en: ({ answers }) => (answers ? 'Invited to answer, a day is promised' : 'Invited to answer'),
  },
  doubted: {
    vi: ({ answers }) => `${answers} đơn vị báo một câu trả lời không còn đúng`,
    en: ({ answers }) => `${answers} organisations say that an answer is not true any more`,
  },
  draft: { vi: () => 'Bản nháp chưa gửi', en: () => 'A draft not sent yet' },
  overdue: {
    vi: () => 'Quá 3 ngày làm việc chưa có câu trả lời',
    en: () => 'No answer for more than 3 working days',
  },
};

/** The first page: what waits for me, what is new where I watch, the newest questions. */
@Injectable()
export class HomeService {
  constructor(private readonly calendar: Calendar) {}

  async read(ctx: Ctx): Promise<Home> {
    const now = ctx.clock.now();
    const latest = shownCards(ctx, await ctx.db.rows<CardRow>(LATEST));
    if (!ctx.actor) {
      const [counts] = await ctx.db.rows<Pick<Home, 'unanswered' | 'answeredThisMonth'>>(VISITORS, [startOfMonth(now)]);
      return { ...counts!, duties: [], care: NO_CARE, watched: [], latest };
    }
    const mayDo = [may(ctx, chaseAnswers, null), may(ctx, lookAfterAnswers, null), may(ctx, invite, { roles: [] })];
    const decides = may(ctx, decideJoin, { representative: false, askedById: null });
    const values = [...mayDo, rolesToGive(ctx.actor), now, decides];
    const [row] = await ctx.db.rows<Row>(OWN, [
      startOfMonth(now),
      overdueBefore(now, this.calendar.around(now)),
      ...values,
    ]);
    const duties = dutiesOf(ctx, row!);
    const known = new Set(duties.map(({ id }) => id));
    const overdue = row!.care.overdue.filter(({ id }) => !known.has(id)).map((one) => withReason(ctx, one));
    return { ...row!, duties, care: { ...row!.care, overdue }, latest };
  }
}

/** What somebody was asked by name first, then the oldest; a question that waits for two reasons stands once. */
function dutiesOf(ctx: Ctx, { duties }: Row): Duty[] {
  const first = duties.filter(
    (duty, index) =>
      duty.kind === 'draft' || !duties.slice(0, index).some((other) => other.kind !== 'draft' && other.id === duty.id),
  );
  return first.slice(0, MOST_DUTIES).map((one) => withReason(ctx, one));
}

function withReason(ctx: Ctx, waiting: Waiting): Duty {
  const { answers: _, expert: __, ...duty } = waiting;
  return { ...duty, reason: REASONS[duty.kind][ctx.locale](waiting) };
}

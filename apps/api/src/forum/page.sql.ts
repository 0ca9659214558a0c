import type { Answer, Byline, Comment, Thread } from '@hat-nhan/contracts';
import { byline } from '../items/items.service.js';
import { sql } from '../platform/db.js';
import type * as policy from '../policies/forum.js';
import { CARD, OWN_TOPICS, THREADS, TOPICS, type audienceOf, type CardRow } from './cards.js';
import { STANDING, UNNAMED } from './sight.js';

type Stored<T> = Omit<T, 'can' | 'files'> & { authorId: number | null };
export type CommentRow = Stored<Comment>;

const voted = (post: string) =>
  `exists (select 1 from vote v where v.post_id = ${post} and v.person_id = (select app.viewer())) as voted,
  exists (select 1 from bookmark b where b.item_id = ${post} and b.person_id = (select app.viewer())) as saved`;

const LINK = `json_build_object('id', x.id, 'title', x.title)`;
const linked = (how: string, by: string) =>
  `select x.id, x.title, '${how}' as how from thread y join item x on x.id = y.id where ${by}`;
/** Threads beside thread `t`, as far as the viewer sees them; so many duplicates at most. */
const LINKED = `(select ${LINK} from item x where x.id = t.duplicate_of) as "duplicateOf",
    (select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'how', r.how) order by r.id), '[]') from (
      ${linked('duplicate', 'y.duplicate_of = i.id')} union all ${linked('split', 'y.split_from = i.id')}
      union all ${linked('splitFrom', 'y.id = t.split_from')} limit 50) r) as related`;
const thread = (
  own: string,
  join: string,
) => `select ${CARD}, own.topics, i.author_id as "authorId", i.edited_at as "editedAt", i.version,
    q.html, q.files, q.deleted_at is not null as deleted, ${UNNAMED}, t.watchers, t.system, t.legal_basis as "legalBasis", t.tried, t.need_by as "needBy",
    t.close_reason as "closeReason", t.close_note as "closeNote", ${LINKED}, ${own}
  from item i join thread t on t.id = i.id join post q on q.id = i.id join space s on s.id = i.space_id ${join}
  where i.id = $1 and ${THREADS}`;
const OWN = `${voted('i.id')}, ${STANDING},
    exists (select 1 from me_too m where m.thread_id = i.id and m.person_id = (select app.viewer())) as metoo,
    (select r.post_id from reading r where r.thread_id = i.id and r.person_id = (select app.viewer())) as "readTo",
    (select json_build_object('spaceId', m.id, 'spaceKind', m.kind, 'spaceName', m.name, 'spaceNameEn', m.name_en, 'reason', r.reason, 'at', r.at)
      from move_request r join space m on m.id = r.to_space_id where r.thread_id = i.id and r.state = 'asked') as "moveRequest",
    case when i.byline->>'personId' is null then (select row_to_json(b) from (${byline('i.author_id')}) b) end as asker,
    (select coalesce(json_agg(b), '[]') from unnamed u cross join lateral (${byline('u.person_id')}) b where u.thread_id = i.id) as "withoutName",
    (select w.level from watch w where w.item_id = i.id and w.person_id = (select app.viewer())) as watch,
    (select p.top_id is not null from person p where p.id = (select app.viewer())) as "hasOrganisation"`;
const NOBODYS = `false as voted, false as saved, null as "readTo", null as asker, '[]'::json as "withoutName", false as "hidesName", null as "moveRequest", false as metoo, null as watch, false as writable, false as moderates, false as expert, false as "hasOrganisation"`;

const NOT_HIS = 'false as voted, false as saved, null::boolean as mine';
// Looked for only where somebody said something.
const HIS = `${voted('p.id')}, case when p.told_true then (select s.still from still_true s
    where s.post_id = p.id and s.person_id = (select app.viewer())) end as mine`;
/** Canonical answers that nobody chose stand behind the chosen ones. */
export const AFTER_ACCEPTED = '9999-12-31T00:00:00Z';

const answer = (own: string) => `p.id, i.title, i.byline as author, i.author_id as "authorId", p.html,
    i.created_at as "createdAt", i.edited_at as "editedAt", i.version, p.helpful, p.files, p.wiki, p.brief, p.accepted_at as "acceptedAt",
    p.accepted_as as "acceptedAs", p.accepted_by as "acceptedBy", p.canonical_at as "canonicalAt",
    case when p.canonical_at is not null then (select trim(c.prefix || ' ' || c.name) from person c where c.id = p.canonical_by) end as "canonicalBy",
    p.still_true as yes, p.no_longer as no, p.deleted_at is not null as deleted, ${own}`;
/** The place of answer `p` in thread `t`: chosen ones, canonical ones, the rest by votes; a discussion keeps the order of time. */
const PLACE = `coalesce(p.accepted_at, case when p.canonical_at is null then 'infinity' else '${AFTER_ACCEPTED}'::timestamptz end), case t.kind when 'question' then -p.helpful else 0 end, p.id`;
// The thread comes as one value in a row of its own, so that it is not repeated beside every answer. Answers are cut before the join.
const page = (thread: string, own: string) => `with t as materialized (${thread})
  select to_json(t) as thread, null::int as id, null as title, null::jsonb as author, null::int as "authorId", null as html, null::timestamptz as "createdAt",
    null::timestamptz as "editedAt", null::int as version, null::int as helpful, null::int as files, null::boolean as wiki, null::boolean as brief,
    null::timestamptz as "acceptedAt", null as "acceptedAs", null::int as "acceptedBy", null::timestamptz as "canonicalAt", null as "canonicalBy", null::int as yes, null::int as no,
    null::boolean as deleted, null::boolean as voted, null::boolean as saved, null::boolean as mine from t
  union all (select null, ${answer(own)} from t cross join lateral (
      select p.* from post p where p.thread_id = $1 and p.kind = 'answer' and (${PLACE}) > ($2::timestamptz, $3::int, $4::int)
      order by ${PLACE} limit $5
    ) p join item i on i.id = p.id order by ${PLACE})`;
const one = (own: string) =>
  `select ${answer(own)} from post p join item i on i.id = p.id where p.id = $1 and p.kind = 'answer'`;

/**
 * A thread ($1) with its answers: accepted first, then helpful ones, or in order, after the place $2-$4, $5 of them; in one
 * statement. For a visitor nothing of his own is looked for.
 */
export const PAGE = {
  own: sql(page(thread(OWN, OWN_TOPICS), HIS)),
  visitor: sql(page(thread(NOBODYS, TOPICS), NOT_HIS)),
};
/** One answer ($1). */
export const ANSWER = { own: sql(one(HIS)), visitor: sql(one(NOT_HIS)) };
/** The comments on posts ($1), oldest first. */
export const COMMENTS_ON =
  sql(`select c.id, c.parent_id as "parentId", i.byline as author, i.author_id as "authorId", c.html,
    i.created_at as "createdAt", i.edited_at as "editedAt", i.version
  from post c join item i on i.id = c.id where c.parent_id = any ($1::int[]) and c.kind = 'comment' order by c.id`);

export interface ThreadPageRow
  extends Omit<CardRow, 'topics' | 'names'>, Omit<policy.ThreadSeen, 'kind' | 'state' | 'mature'> {
  topics: Thread['topics'];
  html: string;
  files: number;
  editedAt: string | null;
  version: number;
  voted: boolean;
  saved: boolean;
  readTo: number | null;
  asker: Byline | null;
  withoutName: Byline[];
  metoo: boolean;
  watch: Thread['watch'] | null;
  watchers: number;
  deleted: boolean;
  hasOrganisation: boolean | null;
  system: string;
  legalBasis: string;
  tried: string;
  needBy: string | null;
  closeReason: NonNullable<Thread['closed']>['reason'] | null;
  closeNote: string;
  duplicateOf: Thread['duplicateOf'];
  related: Thread['related'];
  moveRequest: (Parameters<typeof audienceOf>[1] & { reason: string; at: string }) | null;
}
/** The page's first row has the thread, every other one an answer. */
export type PageRow = { thread: ThreadPageRow } | ({ thread: null } & AnswerRow);
export interface AnswerRow extends Omit<Stored<Answer>, 'accepted' | 'canonical' | 'stillTrue' | 'comments'> {
  author: Byline;
  files: number;
  acceptedAt: string | null;
  acceptedAs: NonNullable<Answer['accepted']>['by'] | null;
  acceptedBy: number | null;
  canonicalAt: string | null;
  canonicalBy: string | null;
  yes: number;
  no: number;
  mine: boolean | null;
}

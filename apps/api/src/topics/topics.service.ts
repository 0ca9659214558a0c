import { Injectable } from '@nestjs/common';
import type { Input, Result } from '@hat-nhan/contracts';
import { topics } from '@hat-nhan/contracts';
import { fold } from '@hat-nhan/vietnamese';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';

type Topic = Result<typeof topics.list>['items'][number];
type TopicPage = Result<typeof topics.read>;

const COLUMNS = `t.id, t.slug, t.name, t.name_en as "nameEn", t.description, t.description_en as "descriptionEn",
  coalesce(n.threads, 0) as threads, coalesce(n.unanswered, 0) as unanswered`;
const counted = (which: string) => `select x.topic_id, count(*)::int as threads,
    (count(*) filter (where i.kind = 'question' and i.state = 'open' and th.answers = 0))::int as unanswered
  from item_topic x join item i on i.id = x.item_id join thread th on th.id = x.item_id
  where i.state not in ('hidden', 'archived') ${which} group by x.topic_id`;

const LIST = sql(`with n as (${counted('')})
  select ${COLUMNS} from topic t left join n on n.topic_id = t.id where t.retired_at is null order by t.position, t.id`);
const READ = sql(`with asked as materialized (select * from topic where slug = $1),
    n as (${counted('and x.topic_id = (select id from asked)')})
  select ${COLUMNS}, t.quote, t.retired_at is not null as retired,
    coalesce((select w.level from watch w where w.item_id = t.id and w.person_id = (select app.viewer())), 'normal') as watch, coalesce((
    select json_agg(json_build_object('personId', p.id, 'name', trim(p.prefix || ' ' || p.name), 'title', p.title,
        'organisation', coalesce(o.name, '')) order by p.sort_key, p.id)
    from topic_expert e join person p on p.id = e.person_id left join organisation o on o.id = p.organisation_id
    where e.topic_id = t.id and e.expert and p.disabled_at is null), '[]') as experts
  from asked t left join n on n.topic_id = t.id`);
const ABBREVIATIONS = sql(`select a.id, a.abbreviation, a.meaning, a.meaning_en as "meaningEn", a.folded, a.synonyms,
    count(*) over (partition by a.folded) > 1 as ambiguous
  from abbreviation a where a.retired_at is null order by a.folded, a.id`);

type Row = Result<typeof topics.abbreviations>['items'][number] & { folded: string; synonyms: string };

/** What a row of the glossary is found by. */
const wordsOf = (row: Row) =>
  ` ${fold(`${row.abbreviation} ${row.meaning} ${row.meaningEn} ${row.synonyms.replaceAll('|', ' ')}`)}`;

/** The ten topics, and the glossary of abbreviations. */
@Injectable()
export class TopicsService {
  async list(ctx: Ctx): Promise<{ items: Topic[] }> {
    return { items: await ctx.db.rows<Topic>(LIST) };
  }

  async read(ctx: Ctx, { slug }: Input<typeof topics.read>): Promise<TopicPage> {
    const topic = await ctx.db.row<TopicPage>(READ, [slug]);
    if (!topic) throw new Problem('not-found');
    return topic;
  }

  /** The whole glossary, or the rows that hold every word; an abbreviation typed as it is written comes first. */
  async abbreviations(
    ctx: Ctx,
    { q }: Input<typeof topics.abbreviations>,
  ): Promise<Result<typeof topics.abbreviations>> {
    const rows = await ctx.db.rows<Row>(ABBREVIATIONS);
    const asked = fold(q ?? '').trim();
    if (asked === '') return { items: rows };
    const words = asked.split(/\s+/);
    const found = rows.filter((row) => words.every((word) => wordsOf(row).includes(` ${word}`)));
    return { items: found.toSorted((left, right) => Number(right.folded === asked) - Number(left.folded === asked)) };
  }
}

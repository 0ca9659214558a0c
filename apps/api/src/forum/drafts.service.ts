import { Injectable } from '@nestjs/common';
import type { Input, Result, drafts } from '@hat-nhan/contracts';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { THREADS } from './cards.js';

/** The thread that draft `d` answers, by its key. */
export const ANSWERED = `case when d.key ~ '^answer-\\d{1,9}$' then substr(d.key, 8)::int end`;
/** Where a draft of this key is kept: that of a question which was merged away, with the thread in which it stands now. */
const place = (key: string) => `case when ${key}::text ~ '^answer-\\d{1,9}$'
    then coalesce((select 'answer-' || p.thread_id from post p where p.id = substr(${key}, 8)::int), ${key}) else ${key} end`;
/** The most drafts of a person. */
const DRAFTS = 50;
const LIST = sql(`select d.key, d.version, d.saved_at as "savedAt", d.title, left(d.text, 400) as text,
    (select coalesce(jsonb_object_agg(f.key, left(f.value, 400)), '{}') from jsonb_each_text(d.fields) f) as fields,
    case when i.id is not null then json_build_object('id', i.id, 'title', i.title, 'kind', i.kind) end as thread
  from draft d left join item i on ${THREADS} and i.id = ${ANSWERED} where d.person_id = $1 order by d.saved_at desc, d.key limit 100`);
const READ = sql(
  `select key, version, saved_at as "savedAt", title, text, fields from draft where person_id = $1 and key = ${place('$2')}`,
);
const BEGIN = sql(`insert into draft (person_id, key, title, text, fields, saved_at)
  select $1::int, ${place('$2')}, $3::text, $4::text, $5::jsonb, $6::timestamptz
  where (select count(*) from draft where person_id = $1::int) < ${DRAFTS}
  on conflict do nothing returning version, saved_at as "savedAt"`);
const SAVE = sql(`update draft set title = $3, text = $4, fields = $5, saved_at = $6, version = version + 1
  where person_id = $1 and key = ${place('$2')} and version = $7 returning version, saved_at as "savedAt"`);
const REMOVE = sql(`delete from draft where person_id = $1 and key = ${place('$2')}`);

type Draft = Result<typeof drafts.readDraft>;
type Listed = Result<typeof drafts.drafts>['items'][number];

/** What is being written: kept on the server, so that it goes on elsewhere. Keys: `ask`, `answer-<thread>`. */
@Injectable()
export class DraftsService {
  async list(ctx: Ctx): Promise<Result<typeof drafts.drafts>> {
    return { items: await ctx.db.rows<Listed>(LIST, [actorOf(ctx).personId]) };
  }

  async read(ctx: Ctx, { key }: Input<typeof drafts.readDraft>): Promise<Draft> {
    const draft = await ctx.db.row<Draft>(READ, [actorOf(ctx).personId, key]);
    return draft ?? { key, version: 0, savedAt: ctx.clock.now().toISOString(), title: '', text: '', fields: {} };
  }

  async save(ctx: Ctx, input: Input<typeof drafts.saveDraft>): Promise<Result<typeof drafts.saveDraft>> {
    const { key, title, text, fields } = input;
    const values = [actorOf(ctx).personId, key, title, text, fields, ctx.clock.now()];
    const saved =
      ctx.ifMatch === 0
        ? await ctx.db.row<Result<typeof drafts.saveDraft>>(BEGIN, values)
        : await ctx.db.row<Result<typeof drafts.saveDraft>>(SAVE, [...values, ctx.ifMatch]);
    if (saved) return saved;
    const current = await this.read(ctx, { key });
    // Nothing stands under this key, and yet nothing could begin there.
    if (ctx.ifMatch === 0 && current.version === 0)
      throw new Problem('invalid-input', {
        errors: [{ pointer: '/key', code: 'too-many', values: { maximum: DRAFTS } }],
      });
    throw new Problem('stale', { current: { version: current.version, text: current.text, title: current.title } });
  }

  async remove(ctx: Ctx, { key }: Input<typeof drafts.removeDraft>): Promise<{ done: true }> {
    await ctx.db.run(REMOVE, [actorOf(ctx).personId, key]);
    return { done: true };
  }
}

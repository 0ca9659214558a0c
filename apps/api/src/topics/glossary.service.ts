import { Injectable } from '@nestjs/common';
import type { Input, registers, Result } from '@hat-nhan/contracts';
import { fold } from '@hat-nhan/vietnamese';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { NO_ITEM, publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { keepGlossary } from '../policies/registers.js';
import { publicSpace } from '../spaces/public-space.js';

type Word = Result<typeof registers.glossary>['items'][number];
type Meaning = Input<typeof registers.addWord>;
type Past = Result<typeof registers.wordHistory>['items'][number];

const COLUMNS = `a.id, a.abbreviation, a.meaning, a.meaning_en as "meaningEn", a.synonyms, a.source, a.retired_at is not null as retired, a.version`;
const LIST = sql(`select ${COLUMNS} from abbreviation a order by a.folded, a.id`);
const FIND = sql(`select ${COLUMNS} from abbreviation a where a.id = $1`);
const ADD = sql(`insert into abbreviation (abbreviation, folded, meaning, meaning_en, synonyms, source)
  values ($1, $2, $3, $4, $5, $6) returning id`);
// The version before goes into the history in the same statement; who comes second finds another version and changes nothing.
const kept = `with was as (select * from abbreviation where id = $1 and version = $2 for update), kept as (
    insert into abbreviation_change (abbreviation_id, version, abbreviation, meaning, meaning_en, synonyms, source, retired, person_id, at)
    select id, version, abbreviation, meaning, meaning_en, synonyms, source, retired_at is not null, $3::int, $4::timestamptz from was)
  update abbreviation a set version = a.version + 1,
    registered_as = coalesce(nullif(a.registered_as, ''), a.abbreviation || ' ' || a.meaning)`;
const CHANGE = sql(`${kept}, abbreviation = $5, folded = $6, meaning = $7, meaning_en = $8, synonyms = $9, source = $10
  from was where a.id = was.id returning a.version`);
const RETIRE = sql(
  `${kept}, retired_at = case when $5::boolean then $4::timestamptz end from was where a.id = was.id returning a.version`,
);
const HISTORY =
  sql(`select c.version, c.abbreviation, c.meaning, c.meaning_en as "meaningEn", c.synonyms, c.source, c.retired, c.at,
    coalesce(p.name, '') as by
  from abbreviation_change c left join person p on p.id = c.person_id where c.abbreviation_id = $1 order by c.version desc`);

/** The glossary as editors and administrators keep it: each change leaves what was there before, and names its source. */
@Injectable()
export class GlossaryService {
  async list(ctx: Ctx): Promise<Result<typeof registers.glossary>> {
    authorize(ctx, keepGlossary, null);
    return { items: await ctx.db.rows<Word>(LIST) };
  }

  async add(ctx: Ctx, word: Meaning): Promise<{ id: number }> {
    authorize(ctx, keepGlossary, null);
    const row = await ctx.db.row<{ id: number }>(ADD, this.values(word));
    await audit(ctx, { action: 'abbreviation.add', detail: { id: row!.id, ...word } });
    await this.tell(ctx, row!.id, 1);
    return row!;
  }

  /** What an earlier call made, while he still keeps it. */
  async added(ctx: Ctx, id: number): Promise<{ id: number }> {
    authorize(ctx, keepGlossary, null);
    if (!(await ctx.db.row<Word>(FIND, [id]))) throw new Problem('not-found');
    return { id };
  }

  async edit(ctx: Ctx, { id, ...word }: Input<typeof registers.editWord>): Promise<{ version: number }> {
    authorize(ctx, keepGlossary, null);
    const saved = await ctx.db.row<{ version: number }>(CHANGE, [...this.before(ctx, id), ...this.values(word)]);
    if (!saved) throw await this.stale(ctx, id);
    await audit(ctx, { action: 'abbreviation.edit', detail: { id, ...word } });
    await this.tell(ctx, id, saved.version);
    return saved;
  }

  async retire(ctx: Ctx, { id, retired }: Input<typeof registers.retireWord>): Promise<{ version: number }> {
    authorize(ctx, keepGlossary, null);
    const saved = await ctx.db.row<{ version: number }>(RETIRE, [...this.before(ctx, id), retired]);
    if (!saved) throw await this.stale(ctx, id);
    await audit(ctx, { action: retired ? 'abbreviation.retire' : 'abbreviation.takeBack', detail: { id } });
    await this.tell(ctx, id, saved.version);
    return saved;
  }

  async history(ctx: Ctx, { id }: Input<typeof registers.wordHistory>): Promise<Result<typeof registers.wordHistory>> {
    authorize(ctx, keepGlossary, null);
    if (!(await ctx.db.row<Word>(FIND, [id]))) throw new Problem('not-found');
    return { items: await ctx.db.rows<Past>(HISTORY, [id]) };
  }

  /** Open pages of every process explain abbreviations: they read the glossary again. */
  private async tell(ctx: Ctx, abbreviationId: number, version: number): Promise<void> {
    const spaceId = await publicSpace(ctx);
    publish(ctx, 'glossary.changed', { abbreviationId }, { spaceId, itemId: NO_ITEM, version });
  }

  private values({ abbreviation, meaning, meaningEn, synonyms, source }: Meaning): string[] {
    return [abbreviation, fold(abbreviation), meaning, meaningEn, synonyms, source];
  }

  private before(ctx: Ctx, id: number): unknown[] {
    return [id, ctx.ifMatch, actorOf(ctx).personId, ctx.clock.now()];
  }

  private async stale(ctx: Ctx, id: number): Promise<Problem> {
    const current = await ctx.db.row<Word>(FIND, [id]);
    return current ? new Problem('stale', { current }) : new Problem('not-found');
  }
}

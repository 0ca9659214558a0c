import { Injectable } from '@nestjs/common';
import { calendar as contract, type Input, type Result } from '@hat-nhan/contracts';
import { parse } from 'csv-parse/sync';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem, wrongField } from '../platform/problem.js';
import { authorize } from '../policies/authorize.js';
import { keepCalendar } from '../policies/registers.js';
import { statutoryDays } from './statutory.js';

type Listed = Result<typeof contract.year>['days'][number];
type Entry = Input<typeof contract.setDay>;

const OF_YEAR = sql(`select day::text, kind, name, name_en as "nameEn", 'entered' as basis, source, version
  from calendar_day where day between make_date($1, 1, 1) and make_date($1, 12, 31)`);
const CURRENT = sql(
  `select day::text, kind, name, name_en as "nameEn", source, version from calendar_day where day = $1`,
);
const VALUES = '$1::date, $2::text, $3::text, $4::text, $5::text, $6::int, $7::timestamptz';
const ADD = sql(`insert into calendar_day (day, kind, name, name_en, source, person_id, at) values (${VALUES})
  on conflict do nothing returning version`);
const CHANGE = sql(`update calendar_day set (kind, name, name_en, source, person_id, at, version) =
    ($2, $3, $4, $5, $6, $7, version + 1) where day = $1 and version = $8 returning version`);
const REMOVE = sql('delete from calendar_day where day = $1 and version = $2 returning kind, name, source');
// `xmax` is 0 in a row that this statement made.
const IMPORT = sql(`insert into calendar_day as c (day, kind, name, name_en, source, person_id, at)
  select day, kind, name, name_en, source, $2::int, $3::timestamptz from json_populate_recordset(null::calendar_day, $1)
  on conflict (day) do update set (kind, name, name_en, source, person_id, at, version) =
    (excluded.kind, excluded.name, excluded.name_en, excluded.source, excluded.person_id, excluded.at, c.version + 1)
  where (c.kind, c.name, c.name_en, c.source) is distinct from (excluded.kind, excluded.name, excluded.name_en, excluded.source)
  returning xmax = 0 as added`);
const ROWS = 400;

/** Days off and days worked, as administrators keep them. */
@Injectable()
export class DaysService {
  /** What was entered for a day stands in the place of what the law says. */
  async year(ctx: Ctx, { year }: Input<typeof contract.year>): Promise<Result<typeof contract.year>> {
    const entered = await ctx.db.rows<Listed>(OF_YEAR, [year]);
    const taken = new Set(entered.map(({ day }) => day));
    const law = statutoryDays(year)
      .filter(({ day }) => !taken.has(day))
      .map((one): Listed => ({ ...one, kind: 'off', source: '', version: 0 }));
    return { days: [...law, ...entered].toSorted((one, other) => (one.day < other.day ? -1 : 1)) };
  }

  async set(ctx: Ctx, entry: Entry): Promise<Result<typeof contract.setDay>> {
    authorize(ctx, keepCalendar, null);
    const values = this.values(ctx, entry);
    const saved =
      ctx.ifMatch === 0
        ? await ctx.db.row<{ version: number }>(ADD, values)
        : await ctx.db.row<{ version: number }>(CHANGE, [...values, ctx.ifMatch]);
    if (!saved) throw await this.stale(ctx, entry.day);
    const { day, kind, source } = entry;
    await audit(ctx, { action: 'calendar.set', role: 'administrator', detail: { day, kind, source } });
    return saved;
  }

  async remove(ctx: Ctx, { day }: Input<typeof contract.removeDay>): Promise<{ done: true }> {
    authorize(ctx, keepCalendar, null);
    const was = await ctx.db.row<{ kind: string; name: string; source: string }>(REMOVE, [day, ctx.ifMatch]);
    if (!was) throw await this.stale(ctx, day);
    await audit(ctx, { action: 'calendar.remove', role: 'administrator', detail: { day, ...was } });
    return { done: true };
  }

  async import(ctx: Ctx, { text }: Input<typeof contract.importDays>): Promise<Result<typeof contract.importDays>> {
    authorize(ctx, keepCalendar, null);
    // Of two rows of one day the later one counts.
    const days = new Map(readDays(text).map(({ nameEn, ...row }) => [row.day, { ...row, name_en: nameEn }]));
    const values = [JSON.stringify([...days.values()]), actorOf(ctx).personId, ctx.clock.now()];
    const written = await ctx.db.rows<{ added: boolean }>(IMPORT, values);
    const added = written.filter((row) => row.added).length;
    const count = { added, changed: written.length - added, same: days.size - written.length };
    await audit(ctx, { action: 'calendar.import', role: 'administrator', detail: count });
    return count;
  }

  private values(ctx: Ctx, { day, kind, name, nameEn, source }: Entry): unknown[] {
    return [day, kind, name, nameEn, source, actorOf(ctx).personId, ctx.clock.now()];
  }

  private async stale(ctx: Ctx, day: string): Promise<Problem> {
    const current = await ctx.db.row<Entry>(CURRENT, [day]);
    return current ? new Problem('stale', { current }) : new Problem('not-found');
  }
}

const entryOf = ({ name_en: nameEn = '', ...row }: Record<string, string>): Entry | undefined => {
  const { day, kind, name, source } = row;
  return contract.setDay.body.safeParse({ day, kind, name, nameEn, source }).data;
};

/** The entries of a CSV file. Throws `invalid-input` naming the first row that is not right, as a spreadsheet counts them. */
function readDays(text: string): Entry[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
  } catch {
    throw wrongField('/text', 'format');
  }
  if (rows.length === 0) throw wrongField('/text', 'required');
  if (rows.length > ROWS)
    throw new Problem('invalid-input', { errors: [{ pointer: '/text', code: 'too-many', values: { maximum: ROWS } }] });
  return rows.map((row, at) => {
    const entry = entryOf(row);
    if (!entry)
      throw new Problem('invalid-input', { errors: [{ pointer: '/text', code: 'csv-row', values: { row: at + 2 } }] });
    return entry;
  });
}

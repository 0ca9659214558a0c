import { Injectable } from '@nestjs/common';
import type { Input, Locale, moderation, Result } from '@hat-nhan/contracts';
import { auditActions } from '@hat-nhan/contracts/audit-words';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { csv } from '../platform/csv.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import type { RawAnswer } from '../platform/endpoint.js';
import { Settings } from '../platform/settings.js';
import { authorize, may } from '../policies/authorize.js';
import { readAudit, seeUnnamed } from '../policies/moderation.js';

const PAGE = 50;
const MOST_EXPORTED = 10_000;

// A power over the whole never implies sight: what concerns a thing or a space out of sight is not in the list, and who did it
// in a thread where he writes without name is told to moderators alone.
const LIST =
  sql(`select a.id, a.at, case when u.person_id is null then a.actor_id end as "actorId", coalesce(u.byline->>'title', p.name, '') as actor, a.role, a.action, a.item_id as "itemId",
    case when i.id is not null then json_build_object('kind', i.kind, 'title', coalesce(ti.title, i.title), 'threadId', w.thread_id) end as item,
    case when s.id is not null then json_build_object('id', s.id, 'name', s.name, 'nameEn', s.name_en) end as space,
    a.from_state as "from", a.to_state as "to", a.reason, exists (select from audit_seal e where e.audit_id = a.id) as sealed
  from audit a left join person p on p.id = a.actor_id
    left join item i on i.id = a.item_id left join post w on w.id = i.id left join item ti on ti.id = w.thread_id
    left join space s on s.id = (a.detail->>'spaceId')::int
    left join unnamed u on u.thread_id = w.thread_id and u.person_id = a.actor_id and not $8::boolean and a.actor_id <> app.viewer()
  where ($1::bigint is null or a.id < $1) and ($2::text is null or a.action = $2 or starts_with(a.action, $2 || '.')) and ($3::int is null or (a.actor_id = $3 and u.person_id is null))
    and ($4::int is null or a.item_id = $4) and ($5::timestamptz is null or a.at >= $5) and ($6::timestamptz is null or a.at < $6)
    and (a.item_id is null or coalesce(app.item_space(a.item_id) = any ((select app.spaces())::int[]), true))
    and (a.detail->>'spaceId' is null or (a.detail->>'spaceId')::int = any ((select app.spaces())::int[]))
  order by a.id desc limit $7`);

type Entry = Result<typeof moderation.auditLog>['items'][number];
type Filters = Input<typeof moderation.auditExport>;

/** What was done in words: for people, beside the code that programs read. */
const said = (action: string, locale: Locale): string =>
  (auditActions as Record<string, Record<Locale, string> | undefined>)[action]?.[locale] ?? '';
const titleOf = ({ item, space }: Entry): string => item?.title || space?.name || '';

const DAY_MS = 86_400_000;
const startOf = (day: string | undefined, later = 0) =>
  day === undefined ? null : new Date(Date.parse(`${day}T00:00:00+07:00`) + later).toISOString();
const valuesOf = ({ action, actor, item, from, to }: Filters) => [
  action ?? null,
  actor ?? null,
  item ?? null,
  startOf(from),
  startOf(to, DAY_MS),
];

/** Who did what: for administrators and coordinators, as far as they see what it was done to. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  async list(ctx: Ctx, input: Input<typeof moderation.auditLog>): Promise<Result<typeof moderation.auditLog>> {
    authorize(ctx, readAudit, null);
    const { cursors } = this.settings;
    const limit = input.limit ?? PAGE;
    const [before] = cursors.read('audit.list', input.cursor) ?? [null];
    const rows = await ctx.db.rows<Entry>(LIST, [before, ...valuesOf(input), limit + 1, may(ctx, seeUnnamed, null)]);
    return cursors.page('audit.list', rows, limit, (row) => [row.id]);
  }

  /** The export is itself an entry, written on its own since reading has no transaction. */
  async export(ctx: Ctx, input: Filters): Promise<RawAnswer> {
    authorize(ctx, readAudit, null);
    const values = [null, ...valuesOf(input), MOST_EXPORTED, may(ctx, seeUnnamed, null)];
    const rows = await ctx.db.rows<Entry>(LIST, values);
    await this.database.use({
      writes: true,
      run: (db) => audit({ ...ctx, db }, { action: 'audit.export', detail: { rows: rows.length } }),
    });
    const columns = ['id', 'at', 'actorId', 'actor', 'role', 'action', 'itemId', 'from', 'to', 'reason'] as const;
    const line = (row: Entry) => [...columns.map((column) => row[column]), said(row.action, ctx.locale), titleOf(row)];
    const text = csv([[...columns, 'what', 'item'], ...rows.map(line)]);
    return {
      send: (_request, reply) => {
        void reply
          .headers({
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': 'attachment; filename="audit.csv"',
            'cache-control': 'no-store',
          })
          .send(text);
      },
    };
  }
}

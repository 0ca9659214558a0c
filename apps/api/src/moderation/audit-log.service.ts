import { Injectable } from '@nestjs/common';
import type { Input, moderation, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { csv } from '../platform/csv.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import type { RawAnswer } from '../platform/endpoint.js';
import { Settings } from '../platform/settings.js';
import { authorize } from '../policies/authorize.js';
import { readAudit } from '../policies/moderation.js';

const PAGE = 50;
const MOST_EXPORTED = 10_000;

// A power over the whole never implies sight: what concerns a thing or a space out of sight is not in the list.
const LIST =
  sql(`select a.id, a.at, a.actor_id as "actorId", coalesce(p.name, '') as actor, a.role, a.action, a.item_id as "itemId",
    a.from_state as "from", a.to_state as "to", a.reason, exists (select from audit_seal s where s.audit_id = a.id) as sealed
  from audit a left join person p on p.id = a.actor_id
  where ($1::bigint is null or a.id < $1) and ($2::text is null or starts_with(a.action, $2)) and ($3::int is null or a.actor_id = $3)
    and ($4::int is null or a.item_id = $4) and ($5::timestamptz is null or a.at >= $5) and ($6::timestamptz is null or a.at < $6)
    and (a.item_id is null or coalesce(app.item_space(a.item_id) = any ((select app.spaces())::int[]), true))
    and (a.detail->>'spaceId' is null or (a.detail->>'spaceId')::int = any ((select app.spaces())::int[]))
  order by a.id desc limit $7`);

type Entry = Result<typeof moderation.auditLog>['items'][number];
type Filters = Input<typeof moderation.auditExport>;

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
    const rows = await ctx.db.rows<Entry>(LIST, [before, ...valuesOf(input), limit + 1]);
    return cursors.page('audit.list', rows, limit, (row) => [row.id]);
  }

  /** The export is itself an entry, written on its own since reading has no transaction. */
  async export(ctx: Ctx, input: Filters): Promise<RawAnswer> {
    authorize(ctx, readAudit, null);
    const rows = await ctx.db.rows<Entry>(LIST, [null, ...valuesOf(input), MOST_EXPORTED]);
    await this.database.use({
      writes: true,
      run: (db) => audit({ ...ctx, db }, { action: 'audit.export', detail: { rows: rows.length } }),
    });
    const columns = ['id', 'at', 'actorId', 'actor', 'role', 'action', 'itemId', 'from', 'to', 'reason'] as const;
    const text = csv([columns, ...rows.map((row) => columns.map((column) => row[column]))]);
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

import { Injectable } from '@nestjs/common';
import type { instance, Result } from '@hat-nhan/contracts';
import { migrations } from '../migrations/migrate.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Disk } from '../platform/disk.js';
import { Settings } from '../platform/settings.js';
import { VERSION } from '../platform/version.js';
import { changeInstance } from '../policies/accounts.js';
import { authorize } from '../policies/authorize.js';

type Status = Result<typeof instance.status>;

const STATUS = sql(`select current_setting('server_version') as postgres,
  array(select name from migrations) as migrations,
  (select json_build_object('at', at, 'bytes', bytes, 'rows', row_count, 'files', files) from backup_run order by id desc limit 1) as backup,
  (select json_build_object('sent', count(*) filter (where state = 'sent'), 'failed', count(*) filter (where state = 'failed'))
    from mail where sent_at > $1::timestamptz - interval '24 hours') as mail,
  (select coalesce(json_agg(q order by q.name), '[]') from (
    select u.name, count(j.id) filter (where j.state in ('created', 'retry')) as waiting,
      count(j.id) filter (where j.state = 'failed' and j.completed_on > now() - interval '24 hours') as failed,
      coalesce(extract(epoch from now() - min(greatest(j.created_on, j.start_after))
        filter (where j.state in ('created', 'retry') and j.start_after <= now())), 0)::int as oldest
    from pgboss.queue u left join pgboss.job j on j.name = u.name where u.name not like '\\_\\_%' group by 1) q) as queues`);

interface Row extends Pick<Status, 'postgres' | 'backup' | 'queues'> {
  migrations: string[];
  mail: { sent: number; failed: number };
}

/** How the instance is running, for those who operate it. Numbers of work, never what it is about. */
@Injectable()
export class StatusService {
  constructor(
    private readonly settings: Settings,
    private readonly disk: Disk,
  ) {}

  async read(ctx: Ctx): Promise<Status> {
    authorize(ctx, changeInstance, null);
    const [row, disk] = await Promise.all([ctx.db.row<Row>(STATUS, [ctx.clock.now()]), this.disk.used()]);
    const { migrations: has, mail, ...told } = row!;
    const done = new Set(has);
    return {
      ...told,
      version: VERSION,
      migrations: { done: done.size, missing: migrations.filter(({ name }) => !done.has(name)).length },
      disk,
      mail: { configured: this.settings.config.smtpUrl !== '', ...mail },
    };
  }
}

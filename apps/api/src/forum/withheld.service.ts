import { Injectable } from '@nestjs/common';
import type { Input, moderation, Result } from '@hat-nhan/contracts';
import { cut } from '@hat-nhan/markdown';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Database } from '../platform/database.js';
import { Every } from '../platform/listen.js';
import { renderSafely } from '../platform/render.js';
import { Settings } from '../platform/settings.js';
import { may } from '../policies/authorize.js';
import { restorePost } from '../policies/forum.js';
import { RESTORABLE_MS } from './withholding.js';

const LIST = sql(`select w.id, w.kind, w.thread_id as "threadId", w.title, w.reason, w.at, w.author_id as "authorId",
    w.space_id = any ((select app.moderated())::int[]) as moderates
  from withheld w where (w.at, w.id) < ($1::timestamptz, $2::int) and w.at > $4
    and case when $5 then w.author_id = (select app.viewer()) else w.kind = 'hidden' and w.space_id = any ((select app.moderated())::int[]) end
  order by w.at desc, w.id desc limit $3`);
const TEXTS = sql('select id, what, text from app.moderated_posts($1::int[])');
const ERASE = sql('select app.erase_deleted($1, $2) as erased');
const BATCH = 500;
const EXCERPT = 200;

type Page = Result<typeof moderation.withheldPosts>;
type Shown = Page['items'][number];
interface Row extends Pick<Shown, 'id' | 'kind' | 'threadId' | 'title' | 'reason' | 'at'> {
  authorId: number | null;
  moderates: boolean;
}

/** What can still be brought back, and the end of it. */
@Injectable()
export class WithheldService {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  async list(ctx: Ctx, input: Input<typeof moderation.withheldPosts>): Promise<Page> {
    const { cursors } = this.settings;
    const limit = input.limit ?? 30;
    const name = `posts.withheld ${input.whose}`;
    const key = cursors.read(name, input.cursor) ?? ['infinity', 2_147_483_647];
    const since = new Date(ctx.clock.now().getTime() - RESTORABLE_MS).toISOString();
    const rows = await ctx.db.rows<Row>(LIST, [...key, limit + 1, since, input.whose === 'mine']);
    const page = cursors.page(name, rows, limit, (row) => [row.at, row.id]);
    const texts = await this.texts(ctx, page.items);
    return {
      next: page.next,
      items: page.items.flatMap(({ authorId, moderates, ...row }) => {
        const found = texts.get(row.id);
        if (!found) return [];
        const until = new Date(Date.parse(row.at) + RESTORABLE_MS).toISOString();
        const restorable = may(ctx, restorePost, { kind: row.kind, authorId, moderates });
        return [{ ...row, ...found, until, can: { restore: restorable } }];
      }),
    };
  }

  private async texts(ctx: Ctx, rows: Row[]): Promise<Map<number, Pick<Shown, 'what' | 'excerpt'>>> {
    if (rows.length === 0) return new Map();
    const ids = rows.map(({ id }) => id);
    const found = await ctx.db.rows<{ id: number; text: string; what: Shown['what'] }>(TEXTS, [ids]);
    const shown = found.map(async ({ id, text, what }) => {
      const rendered = await renderSafely(text);
      return [id, { what, excerpt: cut(rendered.text, EXCERPT) }] as const;
    });
    return new Map(await Promise.all(shown));
  }

  /** Each night what was hidden or deleted more than 30 days ago is emptied for good, with all that went along. */
  @Every('20 3 * * *')
  async eraseDeleted(): Promise<void> {
    const before = new Date(this.settings.clock.now().getTime() - RESTORABLE_MS);
    for (;;) {
      const row = await this.database.use({
        writes: true,
        run: (db) => db.row<{ erased: number }>(ERASE, [before, BATCH]),
      });
      if ((row?.erased ?? 0) < BATCH) return;
    }
  }
}

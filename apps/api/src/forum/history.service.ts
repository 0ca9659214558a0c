import { Injectable } from '@nestjs/common';
import type { Byline, history, Input, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { publish } from '../platform/publish.js';
import { authorize } from '../policies/authorize.js';
import { setWiki } from '../policies/forum.js';
import { findPost } from './sight.js';
import { changesBetween } from './words.js';

/** Revisions that a list shows; the newest ones. */
const SHOWN = 100;
// Its author as he stands under it now; others as they were written down, with or without name.
const BY = `case when r.editor_id = i.author_id then i.byline else r.byline end as by`;
const FROM = `from revision r join item i on i.id = r.post_id`;
const LIST = sql(`select r.number, r.at, ${BY} ${FROM} where r.post_id = $1 order by r.number desc limit ${SHOWN}`);
const ONE =
  sql(`select r.number, r.at, ${BY}, r.title, r.text, coalesce(b.title, '') as "titleBefore", coalesce(b.text, '') as "textBefore"
  ${FROM} left join revision b on b.post_id = r.post_id and b.number = r.number - 1 where r.post_id = $1 and r.number = $2`);
const SET_WIKI = sql('update post set wiki = $2 where id = $1 and wiki <> $2 returning id');

interface Row {
  number: number;
  at: string;
  by: Byline;
}
interface Compared extends Row {
  title: string;
  text: string;
  titleBefore: string;
  textBefore: string;
}

/** What a post said before, who changed it, and who may. */
@Injectable()
export class HistoryService {
  async list(ctx: Ctx, { id }: Input<typeof history.history>): Promise<Result<typeof history.history>> {
    const { thread } = await findPost(ctx, id);
    return { id, threadId: thread.id, title: thread.title, items: await ctx.db.rows<Row>(LIST, [id]) };
  }

  async read(ctx: Ctx, input: Input<typeof history.readRevision>): Promise<Result<typeof history.readRevision>> {
    await findPost(ctx, input.id);
    const row = await ctx.db.row<Compared>(ONE, [input.id, input.number]);
    if (!row) throw new Problem('not-found');
    const { number, at, by } = row;
    const title = changesBetween(row.titleBefore, row.title);
    return { number, at, by, title, text: changesBetween(row.textBefore, row.text) };
  }

  async setWiki(ctx: Ctx, { id, wiki }: Input<typeof history.setWiki>): Promise<Result<typeof history.setWiki>> {
    const post = await findPost(ctx, id, true);
    if (post.kind !== 'answer') throw new Problem('not-found');
    authorize(ctx, setWiki, post);
    if (!(await ctx.db.row(SET_WIKI, [id, wiki]))) return { done: true };
    const [from, to] = wiki ? ['own', 'wiki'] : ['wiki', 'own'];
    await audit(ctx, { action: 'answer.setWiki', role: 'author', itemId: id, from, to });
    const { id: threadId, spaceId } = post.thread;
    publish(ctx, 'thread.changed', { threadId }, { spaceId, itemId: threadId, version: post.version });
    return { done: true };
  }
}

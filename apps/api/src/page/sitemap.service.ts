import { Injectable } from '@nestjs/common';
import type { Input, site } from '@hat-nhan/contracts';
import type { Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import type { RawAnswer } from '../platform/endpoint.js';
import { Problem } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import { address, escapeText } from './page-text.js';

/** So many numbers of things share a part: no part has more addresses than the 50,000 that search engines take. */
const PART = 5000;
/** The part in which the thing of this id stands. */
export const sitemapPartOf = (id: number): number => Math.floor(id / PART) + 1;

/** Pages that are worth finding, beside those of single things. */
export const INDEXED = ['/', '/hoi-dap', '/hoi-dap/chua-tra-loi', '/chu-de', '/don-vi', '/tu-viet-tat', '/gioi-thieu'];
const AT = { question: '/hoi-dap', discussion: '/hoi-dap', organisation: '/don-vi', topic: '/chu-de' };
const KINDS = Object.keys(AT)
  .map((kind) => `'${kind}'`)
  .join(', ');
/** The same for whoever asks: what stands in public spaces, and the wall leaves out what is hidden there. */
const PUBLIC = `item i join space s on s.id = i.space_id and s.kind = 'public'`;
// A duplicate leads to the other one, where that is public too: its page is no place of its own.
const OWN = `(i.state <> 'duplicate' or not exists (select from thread d join item o on o.id = d.duplicate_of
  join space p on p.id = o.space_id and p.kind = 'public' where d.id = i.id))`;
/** A day only: by the minute it would tell who is there now. */
const day = (moment: string) => `to_char(${moment} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day`;

/** The parts, with the day of the newest in each. Anybody asks for them: one index has all that they need. */
export const PARTS = sql(`select i.id / ${PART} + 1 as part, ${day('max(i.active_at)')}
  from ${PUBLIC} where i.kind in (${KINDS}) and ${OWN} group by 1 order by 1`);
const ENTRIES = sql(`select i.id, i.kind, i.title, t.slug, ${day('i.active_at')}
  from ${PUBLIC} left join topic t on t.id = i.id
  where i.id >= $1 and i.id < $2 and i.kind in (${KINDS}) and ${OWN} order by i.id`);

interface Entry {
  id: number;
  kind: keyof typeof AT;
  title: string;
  slug: string | null;
  day: string;
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const file = (type: string, text: string): RawAnswer => ({
  send: async (_request, reply) => {
    await reply.headers({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).send(text);
  },
});
const xml = (kind: 'urlset' | 'sitemapindex', entries: string[]) =>
  file(
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="${NAMESPACE}">\n${entries.join('\n')}\n</${kind}>\n`,
  );

/** What search engines are told: where not to look, and every page that a visitor may read. */
@Injectable()
export class SitemapService {
  constructor(private readonly settings: Settings) {}

  async robots(): Promise<RawAnswer> {
    const { origin } = this.settings;
    return file('text/plain', `User-agent: *\nDisallow: /api/\nDisallow: /demo/\nSitemap: ${origin}/sitemap.xml\n`);
  }

  async sitemap(ctx: Ctx): Promise<RawAnswer> {
    const parts = await ctx.db.rows<{ part: number; day: string }>(PARTS);
    // The pages of lists stand in the first part, which is there while nothing else is.
    if (parts[0]?.part !== 1) parts.unshift({ part: 1, day: '' });
    return xml(
      'sitemapindex',
      parts.map(({ part, day }) => `<sitemap>${this.place(`/sitemap/${part}`, day)}</sitemap>`),
    );
  }

  async part(ctx: Ctx, { part }: Input<typeof site.sitemapPart>): Promise<RawAnswer> {
    const first = (part - 1) * PART;
    const entries =
      first < 2 ** 31 ? await ctx.db.rows<Entry>(ENTRIES, [first, Math.min(first + PART, 2 ** 31 - 1)]) : [];
    if (entries.length === 0 && part !== 1) throw new Problem('not-found');
    const places = [
      ...(part === 1 ? INDEXED.map((path) => this.place(path, '')) : []),
      ...entries.map(({ id, kind, title, slug, day }) =>
        this.place(slug === null ? address(AT[kind], id, title) : `${AT.topic}/${slug}`, day),
      ),
    ];
    return xml(
      'urlset',
      places.map((place) => `<url>${place}</url>`),
    );
  }

  private place(path: string, day: string): string {
    return `<loc>${escapeText(this.settings.origin + path)}</loc>${day && `<lastmod>${day}</lastmod>`}`;
  }
}

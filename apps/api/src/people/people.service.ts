import { Injectable } from '@nestjs/common';
import type { Input, PersonCard, Result } from '@hat-nhan/contracts';
import { people } from '@hat-nhan/contracts';
import { filterPatterns } from '../organisations/filter.js';
import type { Ctx } from '../platform/context.js';
import { Problem } from '../platform/problem.js';
import { Settings } from '../platform/settings.js';
import { disableAccount } from '../policies/accounts.js';
import { may } from '../policies/authorize.js';
import { suspendAccount } from '../policies/moderation.js';
import { addPosition, editProfile, endPosition } from '../policies/people.js';
import { excerpter } from './mentions.js';
import { LIST, READ } from './people.sql.js';

type PersonPage = Result<typeof people.read>;
type Row = Omit<PersonPage, 'contact' | 'recent' | 'can'> & {
  email: string;
  telephone: string;
  contactVisible: boolean;
  representative: boolean;
  recent: (Omit<PersonPage['recent'][number], 'excerpt'> & { text: string })[];
};

const PAGE = 30;

/** The directory: who is where, and what each wrote lately. */
@Injectable()
export class PeopleService {
  constructor(private readonly settings: Settings) {}

  async list(ctx: Ctx, input: Input<typeof people.list>): Promise<Result<typeof people.list>> {
    const { name } = people.list;
    const limit = input.limit ?? PAGE;
    const [key, id] = this.settings.cursors.read(name, input.cursor) ?? [];
    const filters = [filterPatterns(input.q), input.organisation ?? null, input.region ?? null, input.topic ?? null];
    const values = [...filters, input.canAnswer ?? false, key ?? null, id ?? null, limit + 1];
    const rows = await ctx.db.rows<PersonCard & { sortKey: string }>(LIST, values);
    return this.settings.cursors.page(name, rows, limit, (row) => [row.sortKey, row.id]);
  }

  async read(ctx: Ctx, { id }: Input<typeof people.read>): Promise<PersonPage> {
    const row = await ctx.db.row<Row>(READ, [id]);
    if (!row) throw new Problem('not-found');
    const { email, telephone, contactVisible, representative, recent, ...page } = row;
    const cut = await excerpter(
      ctx.db,
      recent.map(({ text }) => text),
    );
    const inOffice = page.positions.some(({ kind, to }) => kind === 'in_office' && to === null);
    const shown = contactVisible || ctx.actor?.personId === id;
    return {
      ...page,
      contact: { email: (shown && email) || null, telephone: (shown && telephone) || null },
      recent: recent.map(({ text, ...post }) => ({ ...post, excerpt: cut(text) })),
      can: {
        edit: may(ctx, editProfile, row),
        disable: may(ctx, disableAccount, row),
        suspend: may(ctx, suspendAccount, { id, staff: row.roles.length > 0 }),
        addPosition: may(ctx, addPosition, { id, representative }),
        endPosition: inOffice && may(ctx, endPosition, { id, representative }),
      },
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { Input, instance, Result } from '@hat-nhan/contracts';
import { audit } from '../platform/audit.js';
import { actorOf, type Ctx } from '../platform/context.js';
import { sql } from '../platform/db.js';
import { Problem } from '../platform/problem.js';
import { changeInstance } from '../policies/accounts.js';
import { authorize } from '../policies/authorize.js';
import { defaultTexts } from './default-texts.js';

const TEXTS = `rules_vi as "rulesVi", rules_en as "rulesEn", privacy_vi as "privacyVi", privacy_en as "privacyEn", contact`;
const ABOUT = `v.version, v.note, v.asks, v.at, coalesce(p.name, '') as by`;
const CURRENT = sql(`select text_version as version, ${TEXTS} from instance`);
const VERSIONS = sql(
  `select ${ABOUT} from text_version v left join person p on p.id = v.person_id order by v.version desc`,
);
const ONE = sql(
  `select ${ABOUT}, ${TEXTS} from text_version v left join person p on p.id = v.person_id where v.version = $1`,
);
// What stood before the first change is kept as it was shown, so that it can be read again: $11-$15 are the texts of the product.
const SAVE = sql(`with was as (select * from instance where text_version = $10 for update),
  first as (insert into text_version (version, rules_vi, rules_en, privacy_vi, privacy_en, contact, note, asks, at)
    select text_version, coalesce(nullif(rules_vi, ''), $11), coalesce(nullif(rules_en, ''), $12), coalesce(nullif(privacy_vi, ''), $13),
      coalesce(nullif(privacy_en, ''), $14), coalesce(nullif(contact, ''), $15), '', false, coalesce(set_up_at, $9::timestamptz)
    from was where text_version = 1),
  saved as (update instance i set rules_vi = $1, rules_en = $2, privacy_vi = $3, privacy_en = $4, contact = $5,
    text_version = i.text_version + 1, rules_asked_at = case when $7 then $9::timestamptz else i.rules_asked_at end
    from was where i.text_version = was.text_version returning i.text_version)
  insert into text_version (version, rules_vi, rules_en, privacy_vi, privacy_en, contact, note, asks, person_id, at)
  select text_version, $1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz from saved returning version`);

/** In the order of the statement. */
const NAMES = ['rulesVi', 'rulesEn', 'privacyVi', 'privacyEn', 'contact'] as const;

type Texts = Record<keyof typeof defaultTexts, string>;
type Versions = Result<typeof instance.readTexts>['versions'];

/** What stands where the operator has written nothing himself. */
const filled = (row: Texts): Texts =>
  Object.fromEntries(NAMES.map((name) => [name, row[name] || defaultTexts[name]])) as Texts;

/** Rules of conduct, privacy notice, contact: each saving is a version, and a version may ask all to agree again. */
@Injectable()
export class TextsService {
  async pages(ctx: Ctx): Promise<Result<typeof instance.pages>> {
    const row = (await ctx.db.row<Texts & { version: number }>(CURRENT))!;
    const texts = filled(row);
    return {
      version: row.version,
      rules: { vi: texts.rulesVi, en: texts.rulesEn },
      privacy: { vi: texts.privacyVi, en: texts.privacyEn },
      contact: texts.contact,
    };
  }

  async read(ctx: Ctx): Promise<Result<typeof instance.readTexts>> {
    authorize(ctx, changeInstance, null);
    const row = (await ctx.db.row<Texts & { version: number }>(CURRENT))!;
    return { ...filled(row), version: row.version, versions: await ctx.db.rows<Versions[number]>(VERSIONS) };
  }

  async version(
    ctx: Ctx,
    { id }: Input<typeof instance.readTextVersion>,
  ): Promise<Result<typeof instance.readTextVersion>> {
    authorize(ctx, changeInstance, null);
    const row = await ctx.db.row<Result<typeof instance.readTextVersion>>(ONE, [id]);
    if (!row) throw new Problem('not-found');
    return row;
  }

  async save(ctx: Ctx, input: Input<typeof instance.saveTexts>): Promise<{ version: number }> {
    authorize(ctx, changeInstance, null);
    const { rulesVi, rulesEn, privacyVi, privacyEn, contact, note, asks } = input;
    const values = [
      rulesVi,
      rulesEn,
      privacyVi,
      privacyEn,
      contact,
      note,
      asks,
      actorOf(ctx).personId,
      ctx.clock.now(),
    ];
    const first = NAMES.map((name) => defaultTexts[name]);
    const saved = await ctx.db.row<{ version: number }>(SAVE, [...values, ctx.ifMatch, ...first]);
    if (!saved) throw new Problem('stale', { current: await this.read(ctx) });
    const detail = { version: saved.version, note, asks };
    await audit(ctx, { action: 'instance.saveTexts', role: 'administrator', detail });
    return saved;
  }
}

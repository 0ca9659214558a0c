import { Injectable } from '@nestjs/common';
import type { Locale } from '@hat-nhan/contracts';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { Mailer, type Letter } from '../platform/mail.js';

const ADDRESSES =
  sql(`select e.address, a.locale, m.name from email e join account a on a.person_id = e.person_id, app.myself() m
  where e.person_id = $1 and e.confirmed_at is not null order by e.main desc, e.id`);

interface Known {
  address: string;
  locale: Locale;
  name: string;
}

/** Tells a person at every address that is his, so that who has taken over one of them cannot keep it from him. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  async tell(personId: number, write: (to: { locale: Locale; name: string }) => Letter): Promise<void> {
    if (!this.mailer.configured) return;
    const known = await this.database.use({
      viewer: personId,
      writes: false,
      run: (db) => db.rows<Known>(ADDRESSES, [personId]),
    });
    for (const { address: to, ...whom } of known) {
      const begun = await this.database.use({
        writes: true,
        run: (db) => this.mailer.begin(db, { kind: 'security', to, personId }),
      });
      await this.mailer.send(begun, write(whom));
    }
  }
}

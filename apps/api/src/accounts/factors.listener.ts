import { Injectable } from '@nestjs/common';
import type { Heard } from '../events.js';
import { Database } from '../platform/database.js';
import { Every, On } from '../platform/listen.js';
import { Settings } from '../platform/settings.js';
import { forget, forgetting } from '../platform/upkeep.js';
import { factorLetter } from './factor-letters.js';
import { NoticesService } from './notices.service.js';

const CHALLENGES = forgetting('challenge', 'expires_at < $1');

/** Letters about second factors, and the end of challenges that nobody answered. */
@Injectable()
export class FactorsListener {
  constructor(
    private readonly notices: NoticesService,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @On('factor.changed')
  async tellFactorChange({ payload: { personId, change }, at }: Heard<'factor.changed'>): Promise<void> {
    const link = `${this.settings.origin}/cai-dat`;
    await this.notices.tell(personId, (whom) => factorLetter({ ...whom, change, at, link }));
  }

  @Every('25 3 * * *')
  async tidyChallenges(): Promise<void> {
    await forget(this.database, CHALLENGES, this.settings.clock.now(), 0);
  }
}

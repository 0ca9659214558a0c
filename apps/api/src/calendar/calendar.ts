import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { WorkCalendar } from '@hat-nhan/vietnamese';
import { Database } from '../platform/database.js';
import { sql } from '../platform/db.js';
import { statutoryDays } from './statutory.js';

const ENTERED = sql(`select day::text, kind from calendar_day`);
/** What somebody enters holds in every process after so long, and one question more. */
const FRESH_MS = 5000;

interface Entered {
  day: string;
  kind: 'off' | 'work';
}

/** The calendar by which working days are counted: the law's days off, and what was entered. Kept in memory, read again now and then. */
@Injectable()
export class Calendar implements OnApplicationBootstrap {
  private entered: Entered[] = [];
  private readAt = 0;
  private reading: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): Promise<void> {
    return this.refresh();
  }

  /** Days off and days worked of the years around `now`. */
  around(now: Date): WorkCalendar {
    if (Date.now() - this.readAt > FRESH_MS) void this.refresh().catch(() => {});
    const year = now.getUTCFullYear();
    const law = [year - 1, year, year + 1].flatMap((each) => statutoryDays(each).map(({ day }) => day));
    const entered = (kind: Entered['kind']) => this.entered.filter((one) => one.kind === kind).map(({ day }) => day);
    return { off: new Set([...law, ...entered('off')]), worked: new Set(entered('work')) };
  }

  /** Reads again what was entered; one reading at a time. */
  refresh(): Promise<void> {
    this.readAt = Date.now();
    this.reading ??= this.database
      .use({ writes: false, run: (db) => db.rows<Entered>(ENTERED) })
      .then((rows) => {
        this.entered = rows;
      })
      .finally(() => {
        this.reading = undefined;
      });
    return this.reading;
  }
}

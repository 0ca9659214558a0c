import { getConstructionPlans } from 'pg-boss';
import { DataSource } from 'typeorm';
import { Foundation1790000000001 } from './0001-foundation.js';
import { Directory1790000000002 } from './0002-directory.js';
import { Accounts1790000000003 } from './0003-accounts.js';
import { Forum1790000000004 } from './0004-forum.js';
import { Search1790000000005 } from './0005-search.js';
import { Upkeep1790000000006 } from './0006-upkeep.js';
import { ShutOut1790000000007 } from './0007-shut-out.js';
import { FirmSpaces1790000000008, NoHiddenSlug1790000000008, SharedSlug1790000000008 } from './0008-firm-spaces.js';
import { Files1790000000010 } from './0010-files.js';
import { Factors1790000000012 } from './0012-factors.js';
import { ComingBack1790000000013 } from './0013-coming-back.js';
import { Operation1790000000014 } from './0014-operation.js';
import { Moderation1790000000015 } from './0015-moderation.js';
import { PinnedThreads1790000000016 } from './0016-moderation-indexes.js';
import { Revisions1790000000017 } from './0017-revisions.js';
import { ComingBack1790000000018 } from './0018-coming-back.js';
import { HiddenRevisions1790000000019 } from './0019-hidden-revisions.js';
import { Arranging1790000000020 } from './0020-arranging.js';
import { Duplicates1790000000021, SplitOff1790000000021 } from './0021-arranging-indexes.js';
import { StillTrue1790000000022 } from './0022-still-true.js';
import { Doubted1790000000023 } from './0023-doubted-index.js';
import { Groups1790000000024 } from './0024-groups.js';
import { ListedGroupNames1790000000025 } from './0025-groups-indexes.js';
import { JoiningNotices1790000000026 } from './0026-joining-notices.js';
import { Registry1790000000027 } from './0027-registry.js';
import { RegistryChecked1790000000028 } from './0028-registry-checked.js';
import { Registers1790000000029 } from './0029-registers.js';
import { ProvenModerators1790000000031 } from './0031-proven-moderators.js';
import { ErasedPosts1790000000032 } from './0032-erased-posts.js';
import { WithheldPosts1790000000033 } from './0033-withheld-posts-index.js';
import { RulesAgain1790000000035 } from './0035-rules-again.js';
import { Mergers1790000000036 } from './0036-mergers.js';
import { Unnamed1790000000040 } from './0040-unnamed.js';
import {
  EventsOfItem1790000000041,
  MeTooAlong1790000000041,
  NotificationsOfThread1790000000041,
  SitemapItems1790000000041,
  VotesAlong1790000000041,
  WatchesAlong1790000000041,
} from './0041-arranging-indexes.js';
import { FirmRules1790000000043 } from './0043-firm-rules.js';
import { WordsOnce1790000000044 } from './0044-words-once.js';
import { SpacesInEnglish1790000000047 } from './0047-spaces-in-english.js';
import { BriefAnswers1790000000052 } from './0052-brief-answers.js';
import { RegistryEdition1790000000053 } from './0053-registry-edition.js';

export const migrations = [
  Foundation1790000000001,
  Directory1790000000002,
  Accounts1790000000003,
  Forum1790000000004,
  Search1790000000005,
  Upkeep1790000000006,
  ShutOut1790000000007,
  SharedSlug1790000000008,
  NoHiddenSlug1790000000008,
  FirmSpaces1790000000008,
  Files1790000000010,
  Factors1790000000012,
  ComingBack1790000000013,
  Operation1790000000014,
  Moderation1790000000015,
  PinnedThreads1790000000016,
  Revisions1790000000017,
  ComingBack1790000000018,
  HiddenRevisions1790000000019,
  Arranging1790000000020,
  Duplicates1790000000021,
  SplitOff1790000000021,
  StillTrue1790000000022,
  Doubted1790000000023,
  Groups1790000000024,
  ListedGroupNames1790000000025,
  JoiningNotices1790000000026,
  Registry1790000000027,
  RegistryChecked1790000000028,
  Registers1790000000029,
  ProvenModerators1790000000031,
  ErasedPosts1790000000032,
  WithheldPosts1790000000033,
  RulesAgain1790000000035,
  Mergers1790000000036,
  Unnamed1790000000040,
  VotesAlong1790000000041,
  MeTooAlong1790000000041,
  WatchesAlong1790000000041,
  EventsOfItem1790000000041,
  NotificationsOfThread1790000000041,
  SitemapItems1790000000041,
  FirmRules1790000000043,
  WordsOnce1790000000044,
  SpacesInEnglish1790000000047,
  BriefAnswers1790000000052,
  RegistryEdition1790000000053,
];

// What the server's role may do. It owns nothing; DDL, TRUNCATE and bypassing the wall stay with the owner.
const grants = (role: string) => `
grant usage on schema public, app, pgboss to "${role}";
grant select, insert, update, delete on all tables in schema public to "${role}";
grant usage, select on all sequences in schema public to "${role}";
grant execute on all functions in schema app, pgboss to "${role}";
revoke insert, update, delete on space, space_member, space_joining, person_standing, term_weight, migrations, backup_run from "${role}";
revoke update, delete on audit, event from "${role}";
revoke insert, update, delete on audit_seal from "${role}";
grant select, insert, update, delete on all tables in schema pgboss to "${role}";
grant usage, select on all sequences in schema pgboss to "${role}";
`;

/**
 * Brings the database of `ownerUrl` to this version of the product and lets `appRole` use it.
 * Each migration is one transaction; running it again changes nothing. Throws what PostgreSQL says.
 */
export async function migrate(
  ownerUrl: string,
  appRole: string,
  say: (line: string) => void = () => {},
): Promise<void> {
  if (!/^[a-z_][a-z0-9_]*$/.test(appRole)) throw new Error(`The server's role has an odd name: ${appRole}`);
  await runMigrations(ownerUrl, migrations, say, async (owner) => {
    const [{ boss }] = await owner.query(`select to_regclass('pgboss.version') is not null as boss`);
    if (!boss) await owner.query(getConstructionPlans('pgboss'));
    await owner.query(grants(appRole));
  });
}

/** Runs those of `wanted` that the database has not, each in its transaction, then `after`. */
export async function runMigrations(
  ownerUrl: string,
  wanted: typeof migrations,
  say: (line: string) => void = () => {},
  after: (owner: DataSource) => Promise<void> = async () => {},
): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: wanted,
    migrationsTableName: 'migrations',
    logging: false,
    // Whoever waits for a table makes all wait behind it: better to fail, and to be run again at a quieter hour.
    extra: { options: '-c lock_timeout=10s' },
  });
  await owner.initialize();
  try {
    const done = await owner.runMigrations({ transaction: 'each' });
    if (done.length > 0) say(`${done.length} bước cập nhật cơ sở dữ liệu`);
    await after(owner);
  } finally {
    await owner.destroy();
  }
}

/** True when the database has every migration of this version. `query` runs one statement and gives its rows. */
export async function upToDate(query: (sql: string) => Promise<{ name: string }[]>): Promise<boolean> {
  const names = new Set((await query('select name from migrations')).map((row) => row.name));
  return migrations.every((migration) => names.has(migration.name));
}

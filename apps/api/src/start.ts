import { createServer } from 'node:net';
import type { Config } from './platform/config.js';
import { onStopSignal, runCommand } from './platform/entry.js';

const since = performance.now();
const seconds = (digits: number) =>
  ((performance.now() - since) / 1000).toLocaleString('vi', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
const say = (line: string) => console.log(`${seconds(1).padStart(6)} giây  ${line}`);

/** What this start has opened; closed in reverse order. */
const opened: (() => Promise<void> | void)[] = [];
let opening: Promise<unknown> = Promise.resolve();
let stopping = false;

async function closeAll(): Promise<void> {
  stopping = true;
  await opening.catch(() => {}); // a PostgreSQL that is just starting is stopped too
  for (const close of opened.splice(0).toReversed()) await close();
}

/** Ends when PostgreSQL is gone and does not start again. */
async function giveUp(error: unknown): Promise<void> {
  const { explain } = await import('./platform/startup-error.js');
  console.error(explain(error));
  await closeAll();
  process.exit(1);
}

/** Both roles' URLs: of the PostgreSQL given, or of our own in the data folder. */
async function openDatabase({ databaseUrl, migrateUrl, dataDir }: Config) {
  if (databaseUrl !== '') return { ownerUrl: migrateUrl, appUrl: databaseUrl };
  const { upgradeEmbedded } = await import('./backup/upgrade.js');
  await upgradeEmbedded(dataDir, say);
  const { startEmbedded } = await import('./platform/embedded-postgres.js');
  const embedded = await startEmbedded({ dataDir, say, onLoss: (error) => void giveUp(error) });
  opened.push(() => embedded.stop());
  say(`PostgreSQL ${embedded.version} đã chạy`);
  return embedded;
}

/** Fills an instance with the demo once; a first start cut short does it again. */
async function fill(ownerUrl: string, appUrl: string, dataDir: string): Promise<void> {
  const { Client } = await import('pg');
  const owner = new Client({ connectionString: ownerUrl });
  owner.on('error', () => {}); // Ctrl-C takes PostgreSQL away under it; the query then fails, which is enough
  await owner.connect();
  try {
    const { rows } = await owner.query<{ filled: boolean }>('select demo_at is not null as filled from instance');
    if (rows[0]?.filled) return;
    say('Nạp danh mục và dữ liệu minh họa (chỉ lần đầu)');
    const { prepareDemo } = await import('./demo/load.js');
    await prepareDemo({ ownerUrl, appUrl, dataDir, say });
    await owner.query('update instance set demo_at = now() where demo_at is null');
  } finally {
    await owner.end();
  }
}

/** Fails with the system's error when another program listens there, before anything slow is begun. */
const demandFreePort = (port: number, host: string) =>
  new Promise<void>((free, taken) => {
    const probe = createServer().once('error', taken);
    probe.listen(port, host, () => probe.close(() => free()));
  });

async function start(): Promise<void> {
  say('Khởi động Hạt Nhân, bản dùng thử');
  const { readConfig, roleOf } = await import('./platform/config.js');
  const config = readConfig(process.env, 'demo');
  const { openDataFolder } = await import('./platform/data-folder.js');
  openDataFolder(config.dataDir);
  const { takeLock } = await import('./platform/launch-lock.js');
  const lock = takeLock(config.dataDir);
  opened.push(() => lock.release());
  await demandFreePort(config.port, config.host);
  await demandFreePort(config.healthPort, config.host).catch(async (error: unknown) => {
    const { refusedHealthPort } = await import('./platform/health.js');
    throw refusedHealthPort(error);
  });

  const database = openDatabase(config);
  opening = database;
  const { ownerUrl, appUrl } = await database;
  delete process.env['MIGRATE_URL'];
  const { migrate } = await import('./migrations/migrate.js');
  await migrate(ownerUrl, roleOf(appUrl), say);
  const { loadRegistries } = await import('./registries/load.js');
  await loadRegistries(ownerUrl, say);
  await fill(ownerUrl, appUrl, config.dataDir);

  say('Mở máy chủ');
  const { openMailbox } = await import('./platform/demo-mailbox.js');
  const mailbox = await openMailbox();
  opened.push(() => mailbox.close());
  const { serve } = await import('./server.js');
  const server = await serve({
    ...config,
    databaseUrl: appUrl,
    migrateUrl: '',
    logLevel: process.env['LOG_LEVEL'] ? config.logLevel : 'warn',
    smtpUrl: config.smtpUrl || mailbox.url,
  });
  opened.push(() => server.close());
  lock.announce(server.origin);
  await welcome(server.origin);
}

async function welcome(origin: string): Promise<void> {
  const { demoRoles } = await import('./demo/roles.js');
  const wide = Math.max(...demoRoles.map(({ vi }) => vi.length));
  const wideEn = Math.max(...demoRoles.map(({ en }) => en.length));
  console.log(`\nSẵn sàng sau ${seconds(performance.now() - since < 10_000 ? 1 : 0)} giây: ${origin}\n`);
  console.log(`  ${'Vai trò'.padEnd(wide)}  ${'Role'.padEnd(wideEn)}  Đăng nhập`);
  for (const { key, vi, en } of demoRoles)
    console.log(`  ${vi.padEnd(wide)}  ${en.padEnd(wideEn)}  ${origin}/demo/sign-in/${key}`);
  console.log('\nCtrl-C để dừng.');
}

await runCommand(async () => {
  onStopSignal(async () => {
    console.log('\nĐang dừng…');
    await closeAll();
    console.log('Đã dừng.');
  }, 30_000);
  try {
    await start();
  } catch (error) {
    // What is closed under a start that is still under way fails there: that is no news.
    if (stopping) await new Promise(() => {});
    await closeAll();
    throw error;
  }
});

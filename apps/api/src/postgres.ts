import { onStopSignal, runCommand } from './platform/entry.js';

const say = (line: string) => console.log(line);

/** Our own PostgreSQL as a service of its own, for a server that has none; its URLs stand in `DATA_DIR/urls.env`. */
await runCommand(async () => {
  const { writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { readStore } = await import('./platform/config.js');
  const { explain, StartupError } = await import('./platform/startup-error.js');
  const { DATABASE_URL: _, MIGRATE_URL: expected, ...env } = process.env;
  const { dataDir } = readStore(env);
  const { openDataFolder } = await import('./platform/data-folder.js');
  openDataFolder(dataDir);
  const { takeLock } = await import('./platform/launch-lock.js');
  const lock = takeLock(dataDir);
  const { upgradeEmbedded } = await import('./backup/upgrade.js');
  await upgradeEmbedded(dataDir, say);
  const { startEmbedded } = await import('./platform/embedded-postgres.js');
  const onLoss = (error: unknown) => {
    console.error(explain(error));
    process.exit(1);
  };
  const postgres = await startEmbedded({ dataDir, say, onLoss });
  const stop = async () => {
    await postgres.stop();
    lock.release();
  };
  if (expected && expected !== postgres.ownerUrl) {
    await stop();
    throw new StartupError(
      'Cổng của PostgreSQL đã bị chương trình khác chiếm, hoặc MIGRATE_URL không phải của dữ liệu này',
      'its port is taken, or MIGRATE_URL is that of other data',
    );
  }
  writeFileSync(join(dataDir, 'urls.env'), `DATABASE_URL=${postgres.appUrl}\nMIGRATE_URL=${postgres.ownerUrl}\n`, {
    mode: 0o600,
  });
  onStopSignal(stop, 60_000);
  say(`PostgreSQL ${postgres.version} đã chạy`);
});

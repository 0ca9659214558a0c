import { runCommand } from './platform/entry.js';

await runCommand(async () => {
  const { readMigration } = await import('./platform/config.js');
  const { migrateUrl, appRole } = readMigration(process.env);
  const { migrate } = await import('./migrations/migrate.js');
  await migrate(migrateUrl, appRole, (line) => console.log(line));
  const { loadRegistries } = await import('./registries/load.js');
  await loadRegistries(migrateUrl, (line) => console.log(line));
  console.log(`Cơ sở dữ liệu đã đúng phiên bản; vai trò của máy chủ: ${appRole}`);
});

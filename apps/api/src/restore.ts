import { resolve } from 'node:path';
import { runCommand } from './platform/entry.js';
import { StartupError } from './platform/startup-error.js';

const say = (line: string) => console.log(line);

await runCommand(async () => {
  const [given, ...more] = process.argv.slice(2);
  if (!given || given.startsWith('-') || more.length > 0)
    throw new StartupError('Cách dùng: npm run restore -- TỆP', 'usage: npm run restore -- FILE');
  const path = resolve(given);
  const { restoreBackup, verifyBackup } = await import('./backup/restore.js');
  // Before anything is opened: what is refused leaves no trace, not even an empty database.
  const manifest = await verifyBackup(path);
  say(`Bản sao lưu lúc ${manifest.at}, phiên bản ${manifest.version}: nguyên vẹn`);
  const { openToFill } = await import('./backup/instance.js');
  const instance = await openToFill(process.env, say);
  try {
    await restoreBackup(path, manifest, instance);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`Đã phục hồi ${rows} dòng của ${manifest.tables.length} bảng và ${manifest.files} tệp`);
  } finally {
    await instance.close();
  }
});

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './platform/entry.js';
import { StartupError } from './platform/startup-error.js';

const say = (line: string) => console.log(line);

function readTarget(): string {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' } } });
    if (values.to) return resolve(values.to);
  } catch {
    // told below
  }
  throw new StartupError('Cách dùng: npm run backup -- --to TỆP', 'usage: npm run backup -- --to FILE');
}

await runCommand(async () => {
  const path = readTarget();
  if (existsSync(path)) throw new StartupError(`Đã có ${path}; hãy chọn tên khác`, 'that file is there already');
  const { openToRead } = await import('./backup/instance.js');
  const { backUp } = await import('./backup/write.js');
  const instance = await openToRead(process.env, say);
  try {
    const { manifest, bytes, missing } = await backUp(instance.ownerUrl, instance.files, path);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `Đã sao lưu ${rows} dòng của ${manifest.tables.length} bảng và ${manifest.files} tệp vào ${path} (${(bytes / 1e6).toFixed(1)} MB)`,
    );
    // They may have been removed while it was written; what stays missing is lost, and somebody should know.
    if (missing > 0) console.error(`Thiếu ${missing} tệp mà dữ liệu nhắc tới (missing files)`);
  } finally {
    await instance.close();
  }
});

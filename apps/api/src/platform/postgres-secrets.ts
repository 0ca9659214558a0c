import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.js';

/** Passwords of both roles and the port last used (0: none yet). */
export interface Secrets {
  owner: string;
  app: string;
  port: number;
}

const password = () => randomBytes(24).toString('base64url');

/**
 * Reads the passwords of the data in `folder`, or makes them where there is no data yet.
 * Throws StartupError when the data is there and its passwords are not.
 */
export function readSecrets(folder: string, hasData: boolean): Secrets {
  const path = join(folder, 'secrets.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  if (hasData)
    throw new StartupError(
      `Thiếu ${path}, nơi giữ mật khẩu của dữ liệu trong ${folder}. Hãy chép lại tệp đó từ bản sao lưu, hoặc chuyển ${folder} sang chỗ khác để bắt đầu lại`,
      `its passwords are missing: restore that file, or move the folder away`,
    );
  return writeSecrets(folder, { owner: password(), app: password(), port: 0 });
}

/** Keeps them readable by us alone; a cut of power leaves the old or the new ones, never half. */
export function writeSecrets(folder: string, secrets: Secrets): Secrets {
  const path = join(folder, 'secrets.json');
  writeFileSync(`${path}.new`, JSON.stringify(secrets), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return secrets;
}

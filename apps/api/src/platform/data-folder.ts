import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config.js';
import { diskFull, faultOf } from './startup-error.js';

/** Makes the data folder where it is not there yet. Throws ConfigError where it is no folder that this user may write to. */
export function openDataFolder(dataDir: string): void {
  try {
    make(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (/^(ENOSPC|EDQUOT)$/.test(faultOf(error).code ?? '')) throw diskFull(dataDir);
    throw new ConfigError(
      'DATA_DIR',
      `${dataDir} không phải là thư mục mà người dùng này ghi được`,
      'is not a folder that this user may write to',
    );
  }
}

/** With its parents, one by one: Node's own way never ends where a folder refuses every entry, as /proc does. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) make(dirname(folder));
  mkdirSync(folder);
}

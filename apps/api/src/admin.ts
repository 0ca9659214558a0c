import { parseArgs } from 'node:util';
import { email, personName, role } from '@hat-nhan/contracts';
import type { Role } from './platform/context.js';
import { runCommand } from './platform/entry.js';
import { StartupError } from './platform/startup-error.js';

const USAGE = new StartupError(
  'Cách dùng: npm run admin -- invite --email ĐỊA-CHỈ [--name "Họ tên"] [--title "Chức vụ"] [--role administrator] · npm run admin -- code --email ĐỊA-CHỈ · npm run admin -- import-registry TỆP',
  'usage: npm run admin -- invite --email ADDRESS [--name …] [--title …] [--role moderator|editor|coordinator|administrator], or: code --email ADDRESS, or: import-registry FILE',
);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        name: { type: 'string', default: '' },
        title: { type: 'string', default: '' },
        role: { type: 'string', multiple: true },
      },
    });
    return { values, positionals };
  } catch {
    throw USAGE;
  }
}
type Values = ReturnType<typeof readArguments>['values'];

/** The server's URL, or the owner's where only that one is set; and where links begin. */
async function readTarget(): Promise<{ databaseUrl: string; origin: string }> {
  const { readConfig } = await import('./platform/config.js');
  const { MIGRATE_URL: owner, ...env } = process.env;
  const { databaseUrl, origin } = readConfig({ ...env, DATABASE_URL: env['DATABASE_URL'] || owner });
  return { databaseUrl, origin };
}

function addressOf({ email: given }: Values): string {
  const address = email.safeParse(given);
  if (!address.success) throw new StartupError('--email: địa chỉ thư chưa đúng', 'is not an e-mail address');
  return address.data;
}

async function makeCode(values: Values): Promise<void> {
  const address = addressOf(values);
  const { databaseUrl, origin } = await readTarget();
  const { signInFromCommandLine } = await import('./accounts/command-line.js');
  const link = await signInFromCommandLine(databaseUrl, origin, address);
  console.error(`Đường dẫn đăng nhập cho ${address}, dùng một lần, trong 30 phút:`);
  console.log(link);
}

async function invite(values: Values): Promise<void> {
  const address = addressOf(values);
  const roles = (values.role ?? []).map((name): Role => {
    const known = role.safeParse(name);
    if (!known.success)
      throw new StartupError(`--role: không có vai trò “${name}”`, `one of ${role.options.join(', ')}`);
    return known.data;
  });
  const name = values.name.normalize('NFC').trim();
  if (name !== '' && !personName.safeParse(name).success)
    throw new StartupError('--name: họ và tên chưa đúng dạng', 'is not the name of a person');
  const { databaseUrl, origin } = await readTarget();
  const { inviteFromCommandLine } = await import('./accounts/command-line.js');
  const invited = await inviteFromCommandLine(databaseUrl, origin, {
    address,
    name,
    title: values.title.normalize('NFC').trim(),
    roles,
  });
  console.error(
    `Lời mời cho ${address}${invited.roles.length > 0 ? `, vai trò ${invited.roles.join(', ')}` : ''}, dùng một lần, trong 30 ngày:`,
  );
  console.log(invited.link);
}

async function bringRegistry(path: string): Promise<void> {
  const { readArchive } = await import('./registries/archive.js');
  const registry = await readArchive(path); // before anything is opened
  const { openToRead } = await import('./backup/instance.js');
  const { importRegistry } = await import('./registries/load.js');
  const instance = await openToRead(process.env, (line) => console.error(line));
  try {
    await importRegistry(instance.ownerUrl, registry, (line) => console.log(line));
    console.log(`Danh mục đang dùng: bản ${registry.edition}`);
  } finally {
    await instance.close();
  }
}

await runCommand(async () => {
  const { values, positionals } = readArguments();
  const [deed, path, ...more] = positionals;
  if (deed === 'import-registry' && path && more.length === 0) return bringRegistry(path);
  if (path !== undefined) throw USAGE;
  if (deed === 'invite') return invite(values);
  if (deed === 'code') return makeCode(values);
  throw USAGE;
});

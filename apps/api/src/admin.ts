import { parseArgs } from 'node:util';
import { email, personName, role } from '@hat-nhan/contracts';
import type { Role } from './platform/context.js';
import { runCommand } from './platform/entry.js';
import { StartupError } from './platform/startup-error.js';

const USAGE = new StartupError(
  'Cách dùng: npm run admin -- invite --email ĐỊA-CHỈ [--name "Họ tên"] [--title "Chức vụ"] [--role administrator] · npm run admin -- code --email ĐỊA-CHỈ',
  'usage: npm run admin -- invite --email ADDRESS [--name …] [--title …] [--role moderator|editor|coordinator|administrator], or: code --email ADDRESS',
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
    const [deed] = positionals;
    if (positionals.length !== 1 || (deed !== 'invite' && deed !== 'code')) throw USAGE;
    return { ...values, deed };
  } catch {
    throw USAGE;
  }
}

/** The server's URL, or the owner's where only that one is set; and where links begin. */
async function readTarget(): Promise<{ databaseUrl: string; origin: string }> {
  const { readConfig } = await import('./platform/config.js');
  const { MIGRATE_URL: owner, ...env } = process.env;
  const { databaseUrl, origin } = readConfig({ ...env, DATABASE_URL: env['DATABASE_URL'] || owner });
  return { databaseUrl, origin };
}

await runCommand(async () => {
  const values = readArguments();
  const address = email.safeParse(values.email);
  if (!address.success) throw new StartupError('--email: địa chỉ thư chưa đúng', 'is not an e-mail address');
  if (values.deed === 'code') {
    const { databaseUrl, origin } = await readTarget();
    const { signInFromCommandLine } = await import('./accounts/command-line.js');
    const link = await signInFromCommandLine(databaseUrl, origin, address.data);
    console.error(`Đường dẫn đăng nhập cho ${address.data}, dùng một lần, trong 30 phút:`);
    console.log(link);
    return;
  }
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
    address: address.data,
    name,
    title: values.title.normalize('NFC').trim(),
    roles,
  });
  console.error(
    `Lời mời cho ${address.data}${invited.roles.length > 0 ? `, vai trò ${invited.roles.join(', ')}` : ''}, dùng một lần, trong 30 ngày:`,
  );
  console.log(invited.link);
});

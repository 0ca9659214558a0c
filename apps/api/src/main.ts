import { onStopSignal, runCommand } from './platform/entry.js';

// Heavy modules load inside, so that an old Node and a wrong setting are told in one line before any of them fails.
await runCommand(async () => {
  const { readConfig } = await import('./platform/config.js');
  const mode = process.env['NODE_ENV'] === 'test' ? 'test' : 'production';
  const config = readConfig(process.env, mode);
  if (mode === 'production' && config.trustedProxies.length === 0) {
    const { ConfigError } = await import('./platform/config.js');
    throw new ConfigError(
      'TRUSTED_PROXIES',
      'chưa đặt: địa chỉ của proxy phía trước',
      'is missing: the proxy in front',
    );
  }
  const { openDataFolder } = await import('./platform/data-folder.js');
  openDataFolder(config.dataDir);
  delete process.env['MIGRATE_URL']; // the owner's password has no business in the server
  const { serve } = await import('./server.js');
  const server = await serve({ ...config, migrateUrl: '' });
  onStopSignal(() => server.close());
  console.error(`Hạt Nhân đang chạy ở ${server.origin}`);
});

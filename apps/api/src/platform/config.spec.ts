import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, readMigration, type Mode } from './config.js';
import { settingNames } from './config-schema.js';
import { openDataFolder } from './data-folder.js';
import { nodeTooOld } from './node-version.js';

const app = 'postgres://app:a@db.internal/hat_nhan';
const owner = 'postgres://owner:b@db.internal/hat_nhan';
const production = { NODE_ENV: 'production', DATABASE_URL: app, PUBLIC_ORIGIN: 'https://mang-luoi.example.vn' };

function refusal(env: Record<string, string>, mode?: Mode): string {
  try {
    const { dataDir } = readConfig(env, mode);
    if (env['DATA_DIR']) openDataFolder(dataDir);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('readConfig', () => {
  it('gives the demo everything without one setting', () => {
    expect(readConfig({}, 'demo')).toEqual({
      mode: 'demo',
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: '',
      migrateUrl: '',
      origin: 'http://127.0.0.1:3000',
      trustedProxies: [],
      smtpUrl: '',
      mailFrom: 'khong-tra-loi@hat-nhan.example',
      logLevel: 'info',
      poolSize: 10,
      worker: true,
      healthPort: 3001,
      s3Url: '',
      clamdUrl: '',
      dataDir: resolve('.data'),
    });
  });

  it('reads every setting', () => {
    const config = readConfig({
      ...production,
      PORT: '8080',
      HOST: '::1',
      MIGRATE_URL: owner,
      PUBLIC_ORIGIN: 'https://Mang-Luoi.example.vn:8443/',
      TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.7,fd00::/8',
      SMTP_URL: 'smtps://user:pass@mail.example.vn:465',
      MAIL_FROM: 'mang-luoi@example.vn',
      LOG_LEVEL: 'warn',
      POOL_SIZE: '4',
      WORKER: 'off',
      HEALTH_PORT: '9000',
      DATA_DIR: '/srv/hat-nhan',
    });
    expect(config).toMatchObject({
      mode: 'production',
      port: 8080,
      host: '::1',
      migrateUrl: owner,
      origin: 'https://mang-luoi.example.vn:8443',
      trustedProxies: ['10.0.0.0/8', '192.0.2.7', 'fd00::/8'],
      smtpUrl: 'smtps://user:pass@mail.example.vn:465',
      mailFrom: 'mang-luoi@example.vn',
      logLevel: 'warn',
      poolSize: 4,
      worker: false,
      healthPort: 9000,
      dataDir: '/srv/hat-nhan',
    });
  });

  it('takes an empty setting, as a copied .env.example has them, for an absent one', () => {
    expect(readConfig({ ...production, SMTP_URL: '', PORT: '', TRUSTED_PROXIES: ' ' })).toMatchObject({
      smtpUrl: '',
      port: 3000,
      trustedProxies: [],
    });
  });

  it('is production unless told otherwise, so that a forgotten NODE_ENV opens no demo', () => {
    const { NODE_ENV: _, ...unnamed } = production;
    expect(readConfig(unnamed).mode).toBe('production');
    expect(readConfig({ ...production, NODE_ENV: 'development' }).mode).toBe('production');
    expect(readConfig({ NODE_ENV: 'test' }).mode).toBe('test');
  });

  const wrong: [string, Record<string, string>][] = [
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '3e3' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['HOST', { HOST: 'http://x' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://a@b/c' }],
    ['DATABASE_URL', { DATABASE_URL: 'hat_nhan' }],
    ['DATABASE_URL', { DATABASE_URL: '' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://app:50%@db.internal/hat_nhan' }],
    ['MIGRATE_URL', { MIGRATE_URL: 'localhost:5432' }],
    ['MIGRATE_URL', { MIGRATE_URL: app }],
    ['MIGRATE_URL', { MIGRATE_URL: 'postgresql://app:other@db.internal:5432/hat_nhan?sslmode=require' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: '' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'mang-luoi.example.vn' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'http://mang-luoi.example.vn' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'http://127.0.0.1:3000' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://example.vn/hoi-dap' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://example.vn/?a=b' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://user@example.vn' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'true' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/33' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.1,' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.vn:25' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.vn' }],
    ['MAIL_FROM', { MAIL_FROM: 'mang-luoi@example.vn, b@example.vn' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'verbose' }],
    ['POOL_SIZE', { POOL_SIZE: '0' }],
    ['WORKER', { WORKER: 'maybe' }],
    ['HEALTH_PORT', { HEALTH_PORT: '70000' }],
    ['HEALTH_PORT', { PORT: '65535' }],
    ['HEALTH_PORT', { PORT: '8080', HEALTH_PORT: '8080' }],
    ['S3_URL', { S3_URL: 'kho-tep' }],
    ['S3_URL', { S3_URL: 'ftp://key:secret@s3.example.vn/tep' }],
    ['S3_URL', { S3_URL: 'https://s3.example.vn/tep' }],
    ['S3_URL', { S3_URL: 'https://key:secret@s3.example.vn/' }],
    ['CLAMD_URL', { CLAMD_URL: '127.0.0.1:3310' }],
    ['CLAMD_URL', { CLAMD_URL: 'tcp://127.0.0.1:99999' }],
    ['DATA_DIR', { DATA_DIR: '/etc/passwd' }],
    ['DATA_DIR', { DATA_DIR: '/etc/passwd/hat-nhan' }],
    ['DATA_DIR', { DATA_DIR: '/proc/hat-nhan' }],
  ];
  it.each(wrong)('stops with one line that begins with %s: %j', (name, setting) => {
    const line = refusal({ ...production, ...setting });
    expect(line.startsWith(`${name}: `)).toBe(true);
    expect(line).toMatch(/^[^\n]+ \([^\n]+\)$/);
  });

  it('has a wrong value for every setting, and .env.example names the same ones', () => {
    expect(new Set(wrong.map(([name]) => name))).toEqual(new Set(settingNames));
    const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
    expect([...example.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name).toSorted()).toEqual(
      settingNames.toSorted(),
    );
  });

  it('never repeats a password in its refusal', () => {
    expect(refusal({ ...production, DATABASE_URL: 'mysql://app:hunter2@db/x' })).not.toContain('hunter2');
  });

  it('accepts http in a test only', () => {
    const env = { DATABASE_URL: app, PUBLIC_ORIGIN: 'http://127.0.0.1:4000' };
    expect(refusal(env, 'test')).toBe('accepted');
    expect(refusal(env, 'production')).toMatch(/^PUBLIC_ORIGIN: /);
  });

  it.each(['0.0.0.0', '192.168.1.4', '::', 'intranet', '127.evil.example'])('keeps the demo off %s', (HOST) => {
    expect(refusal({ HOST }, 'demo')).toMatch(/^HOST: /);
  });

  it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('lets the demo answer on %s', (HOST) => {
    expect(refusal({ HOST }, 'demo')).toBe('accepted');
  });

  it('wants both database URLs for a demo on a PostgreSQL of its own, or neither', () => {
    expect(refusal({ DATABASE_URL: app }, 'demo')).toMatch(/^MIGRATE_URL: /);
    expect(refusal({ MIGRATE_URL: owner }, 'demo')).toMatch(/^DATABASE_URL: /);
    expect(refusal({ DATABASE_URL: app, MIGRATE_URL: owner }, 'demo')).toBe('accepted');
  });

  it('names the port of health in the demo too, where PORT + 1 is none', () => {
    expect(refusal({ PORT: '65535' }, 'demo')).toMatch(/^HEALTH_PORT: /);
  });
});

describe('readMigration', () => {
  it("takes the owner's URL and the name of the server's role, and needs nothing else", () => {
    expect(readMigration({ MIGRATE_URL: owner })).toEqual({ migrateUrl: owner, appRole: 'hat_nhan_app' });
    expect(readMigration({ MIGRATE_URL: owner, DATABASE_URL: app }).appRole).toBe('app');
  });

  it('names MIGRATE_URL when it is missing or is the server itself', () => {
    expect(() => readMigration({})).toThrow(/^MIGRATE_URL: /);
    expect(() => readMigration({ MIGRATE_URL: app, DATABASE_URL: app })).toThrow(/^MIGRATE_URL: /);
    expect(() => readMigration({ MIGRATE_URL: owner, DATABASE_URL: 'postgres://db/hat_nhan' })).toThrow(
      /^DATABASE_URL: /,
    );
  });
});

describe('nodeTooOld', () => {
  it('names the remedy for an old Node and lets newer ones pass', () => {
    expect(nodeTooOld('20.20.2')).toContain('npm start');
    expect(nodeTooOld('24.0.0')).toBeNull();
    expect(nodeTooOld('25.1.0')).toBeNull();
  });
});

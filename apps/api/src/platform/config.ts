import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseSettings, type Given, type LogLevel } from './config-schema.js';
import { StartupError } from './startup-error.js';

/** A setting that cannot be used; the message is one line that begins with its name. */
export class ConfigError extends StartupError {
  override name = 'ConfigError';

  constructor(setting: string, vi: string, en: string) {
    super(`${setting}: ${vi}`, en);
  }
}

export type Mode = 'demo' | 'production' | 'test';

/** Everything the environment decides, read once. */
export interface Config {
  mode: Mode;
  port: number;
  host: string;
  /** The server's role; empty only in a demo that starts its own PostgreSQL. */
  databaseUrl: string;
  /** The owner's role, for migrations; empty where not given. The server is never handed it. */
  migrateUrl: string;
  /** Scheme, host and port of every absolute link, without a slash at the end. */
  origin: string;
  /** Addresses and CIDR blocks whose X-Forwarded-… are believed. */
  trustedProxies: string[];
  /** Empty: no mail leaves. */
  smtpUrl: string;
  /** The sender's address; the name beside it is the product's. */
  mailFrom: string;
  logLevel: LogLevel;
  poolSize: number;
  /** Whether this process also runs the jobs. */
  worker: boolean;
  healthPort: number;
  /** Key, secret, host, bucket and `?region=` of an S3-compatible store of files; empty: they lie in `dataDir`. */
  s3Url: string;
  /** Where clamd looks at files; empty: nobody does. */
  clamdUrl: string;
  /** Absolute path. */
  dataDir: string;
}

type Env = Record<string, string | undefined>;

/** Demo and test say so themselves; everything else is production, so that a forgotten NODE_ENV opens no demo door. */
const modeOf = (env: Env): Mode =>
  env['NODE_ENV'] === 'demo' || env['NODE_ENV'] === 'test' ? env['NODE_ENV'] : 'production';

/**
 * Reads the settings of `.env.example` from `env`; an empty one counts as absent. Throws ConfigError naming the first wrong one.
 * `mode` is the entry's to say (`npm start` is the demo); without it NODE_ENV decides.
 */
export function readConfig(env: Env, mode: Mode = modeOf(env)): Config {
  const set = parse(env);
  const host = set.HOST.includes(':') ? `[${set.HOST}]` : set.HOST;
  const config: Config = {
    mode,
    port: set.PORT,
    host: set.HOST,
    databaseUrl: set.DATABASE_URL,
    migrateUrl: set.MIGRATE_URL,
    origin: set.PUBLIC_ORIGIN || `http://${host}:${set.PORT}`,
    trustedProxies: set.TRUSTED_PROXIES,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM || 'khong-tra-loi@hat-nhan.example',
    logLevel: set.LOG_LEVEL,
    poolSize: set.POOL_SIZE,
    worker: set.WORKER === 'on',
    // 0 stays 0 beside a port that the system picks: then it picks this one too.
    healthPort: set.HEALTH_PORT || (set.PORT === 0 ? 0 : set.PORT + 1),
    s3Url: set.S3_URL,
    clamdUrl: set.CLAMD_URL,
    dataDir: resolve(set.DATA_DIR),
  };
  refuseSameRole(config);
  demandHealthPort(config);
  if (mode === 'production') demandProduction(config, set);
  if (mode === 'demo') demandDemo(config);
  return config;
}

/** What `npm run migrate` needs: the owner's URL, and the name of the server's role, taken from DATABASE_URL where given. */
export function readMigration(env: Env): { migrateUrl: string; appRole: string } {
  const { MIGRATE_URL: migrateUrl, DATABASE_URL: databaseUrl } = parse(env);
  if (migrateUrl === '')
    throw new ConfigError('MIGRATE_URL', 'chưa đặt: vai trò sở hữu cơ sở dữ liệu', "is missing: the owner's URL");
  refuseSameRole({ databaseUrl, migrateUrl });
  const appRole = databaseUrl === '' ? 'hat_nhan_app' : roleOf(databaseUrl);
  if (!/^[a-z_][a-z0-9_]*$/.test(appRole))
    throw new ConfigError(
      'DATABASE_URL',
      'cần tên vai trò của máy chủ, chỉ gồm chữ thường không dấu, chữ số và _',
      "must name the server's role: lower case letters, digits and _ only",
    );
  return { migrateUrl, appRole };
}

/** What backup and restore need: the owner's URL, empty for our own PostgreSQL in the data folder; the server's role; where files lie. */
export function readStore(env: Env): { migrateUrl: string; appRole: string; dataDir: string; s3Url: string } {
  const { MIGRATE_URL: migrateUrl, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, S3_URL: s3Url } = parse(env);
  const external = migrateUrl !== '' || databaseUrl !== '';
  return { ...(external ? readMigration(env) : { migrateUrl, appRole: '' }), dataDir: resolve(dataDir), s3Url };
}

/** The role that a database URL signs in with. */
export const roleOf = (databaseUrl: string) => decodeURIComponent(new URL(databaseUrl).username);

function parse(env: Env): Given {
  const read = parseSettings(env);
  if ('wrong' in read) throw new ConfigError(read.wrong, read.vi, read.en);
  return read.given;
}

const who = (text: string) => {
  const url = new URL(text);
  return [url.username, url.hostname, url.port || '5432', url.pathname].join(' ');
};

function refuseSameRole({ databaseUrl, migrateUrl }: Pick<Config, 'databaseUrl' | 'migrateUrl'>): void {
  if (databaseUrl === '' || migrateUrl === '') return;
  if (who(databaseUrl) === who(migrateUrl))
    throw new ConfigError(
      'MIGRATE_URL',
      'không được dùng cùng vai trò với DATABASE_URL; xem docs/runbooks/install.md',
      'must name another role than DATABASE_URL: the server must not own its tables',
    );
}

function demandHealthPort({ port, healthPort }: Config): void {
  if (healthPort > 65_535) throw new ConfigError('HEALTH_PORT', 'chưa đặt, PORT + 1 quá lớn', 'PORT + 1 is too large');
  if (port !== 0 && healthPort === port)
    throw new ConfigError('HEALTH_PORT', 'phải khác PORT', 'must be another port than PORT');
}

function demandProduction({ databaseUrl, smtpUrl }: Config, set: Given): void {
  if (databaseUrl === '')
    throw new ConfigError('DATABASE_URL', 'chưa đặt: cần PostgreSQL 15–18', 'is missing: a PostgreSQL 15–18 is needed');
  if (set.PUBLIC_ORIGIN === '')
    throw new ConfigError('PUBLIC_ORIGIN', 'chưa đặt: địa chỉ https mà người dùng mở', 'is missing: the https address');
  if (!set.PUBLIC_ORIGIN.startsWith('https://'))
    throw new ConfigError('PUBLIC_ORIGIN', 'phải bắt đầu bằng https://', 'must be https in production');
  if (smtpUrl !== '' && set.MAIL_FROM === '')
    throw new ConfigError('MAIL_FROM', 'chưa đặt: địa chỉ gửi thư', 'is missing: SMTP_URL needs a sender');
}

function demandDemo({ host, databaseUrl, migrateUrl }: Config): void {
  if (host !== 'localhost' && host !== '::1' && !(isIP(host) === 4 && host.startsWith('127.')))
    throw new ConfigError(
      'HOST',
      'bản dùng thử chỉ mở trên máy này (127.0.0.1), vì ai cũng đăng nhập được',
      'the demo answers on loopback only: anyone may sign in',
    );
  if ((databaseUrl === '') !== (migrateUrl === ''))
    throw new ConfigError(
      databaseUrl === '' ? 'DATABASE_URL' : 'MIGRATE_URL',
      'cần cả DATABASE_URL và MIGRATE_URL, hoặc không đặt cái nào',
      'set both DATABASE_URL and MIGRATE_URL or neither',
    );
}

// PostgreSQL for one run of jest: our own in a temporary folder, or the one of TEST_DATABASE_URL (a superuser's URL).
// Plain JavaScript over the compiled product, since jest loads its global set-up before it can compile anything.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../dist/migrations/migrate.js';
import { startEmbedded } from '../dist/platform/embedded-postgres.js';
import { findPostmaster, shutDown } from '../dist/platform/postgres-process.js';

const FOLDER = 'hat-nhan-test-';
const OWNER = 'hat_nhan_owner';
const APP = 'hat_nhan_app';

const closers = [];

/** Starts the server, migrates the template once, and tells the workers through their environment. */
export async function openServer() {
  const external = process.env.TEST_DATABASE_URL;
  const { adminUrl, ownerUrl, appUrl } = external ? await useExternal(external) : await useEmbedded();
  const template = `hat_nhan_template_${randomBytes(4).toString('hex')}`;
  const at = (url) => Object.assign(new URL(url), { pathname: `/${template}` }).href;
  await asAdmin(adminUrl, [`create database ${template} owner ${OWNER} template template0 encoding 'UTF8'`]);
  await migrate(at(ownerUrl), APP);
  await asAdmin(adminUrl, [`alter database ${template} is_template true allow_connections false`]);
  if (external)
    closers.push(() =>
      asAdmin(adminUrl, [`alter database ${template} is_template false`, `drop database ${template} with (force)`]),
    );
  process.env.TEST_ADMIN_URL = adminUrl;
  process.env.TEST_OWNER_URL = at(ownerUrl);
  process.env.TEST_APP_URL = at(appUrl);
}

export async function closeServer() {
  for (const close of closers.splice(0).toReversed()) await close();
}

async function useEmbedded() {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));
  closers.push(() => rmSync(dataDir, { recursive: true, force: true }));
  // Nobody keeps this data, so it need not reach the disk; what the product checks at its boot stays on.
  // Its socket lies beside its data: a question over one costs two thirds of what it costs over TCP.
  const socket = join(dataDir, 'socket');
  mkdirSync(socket);
  chmodSync(socket, 0o777);
  const settings = { fsync: 'off', max_connections: '200', autovacuum: 'off', unix_socket_directories: socket };
  const { ownerUrl, appUrl, stop } = await startEmbedded({ dataDir, say() {}, settings });
  closers.push(stop);
  const at = (url, more = {}) => Object.assign(new URL(url), { search: `host=${socket}`, ...more }).href;
  return { adminUrl: at(ownerUrl, { pathname: '/postgres' }), ownerUrl: at(ownerUrl), appUrl: at(appUrl) };
}

/** Roles as an installation has them: an owner without any power beyond its database, and the server's. */
async function useExternal(adminUrl) {
  const password = randomBytes(16).toString('hex');
  const roles = [OWNER, APP].flatMap((role) => [
    `do $$ begin create role ${role}; exception when duplicate_object then null; end $$`,
    `alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`,
  ]);
  await asAdmin(adminUrl, roles);
  const as = (username) => Object.assign(new URL(adminUrl), { username, password }).href;
  return { adminUrl, ownerUrl: as(OWNER), appUrl: as(APP) };
}

async function asAdmin(connectionString, statements) {
  const admin = new Client({ connectionString });
  await admin.connect();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/** A run that was killed left its server behind: it is stopped and its folder removed. */
async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(FOLDER) ? Number.parseInt(name.slice(FOLDER.length), 10) : 0;
    const path = join(tmpdir(), name);
    if (pid <= 0 || isAlive(pid) || statSync(path).uid !== process.getuid()) continue;
    const cluster = { folder: join(path, 'postgres'), log: join(path, 'postgres.log'), runAs: undefined };
    const left = findPostmaster(cluster);
    if (left) await shutDown(cluster, left.pid);
    rmSync(path, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

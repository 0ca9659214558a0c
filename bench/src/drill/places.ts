import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from '../servers.js';

const READY_MS = 120_000;
const DIST = new URL('../../../apps/api/dist/', import.meta.url);
const file = (name: string) => fileURLToPath(new URL(name, DIST));

/** Settings of an instance of the drill: a data folder of its own and, where a server is given, a database there. */
export interface Place {
  env: Record<string, string>;
  /** Takes the database away; the folder belongs to the drill. */
  remove(): Promise<void>;
}

/** An instance that runs. */
export interface Instance {
  origin: string;
  port: number;
  headers: Record<string, string>;
  child: ChildProcess;
}

/**
 * A place without anything in it. With DATABASE_URL, of a role that may make roles and databases, it is on that server; else in
 * the product's own PostgreSQL.
 */
export async function makePlace(dataDir: string): Promise<Place> {
  const given = process.env['DATABASE_URL'];
  if (!given) return { env: { DATA_DIR: dataDir }, remove: async () => {} };
  const name = `drill_${randomBytes(6).toString('hex')}`;
  const [owner, app] = [`${name}_owner`, `${name}_app`];
  const url = (username: string) => {
    const made = new URL(given);
    return Object.assign(made, { username, password: name, pathname: `/${name}` }).href;
  };
  const admin = async (statements: string[]) => {
    const client = new Client(given);
    await client.connect();
    for (const text of statements) await client.query(text);
    await client.end();
  };
  await admin([
    `create role ${owner} login password '${name}'`,
    `create role ${app} login password '${name}' nosuperuser nobypassrls nocreatedb nocreaterole`,
    `create database ${name} owner ${owner} encoding 'UTF8' template template0`,
    `grant connect on database ${name} to ${app}`,
  ]);
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: url(app), MIGRATE_URL: url(owner) },
    remove: () => admin([`drop database ${name} with (force)`, `drop role ${app}`, `drop role ${owner}`]),
  };
}

/** The demo there, ready. */
export async function startDemo(place: Place): Promise<Instance> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env['PATH'],
    PORT: String(port),
    HEALTH_PORT: String(await freePort()),
    ...place.env,
  };
  const child = spawn(process.execPath, [file('start.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: tmpdir(),
  });
  child.stdout!.resume();
  const end = performance.now() + READY_MS;
  while (
    !(await fetch(`${origin}/api/topics`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (performance.now() > end || child.exitCode !== null) throw new Error('the demo does not start');
    await sleep(200);
  }
  return { origin, port, headers: { host: `127.0.0.1:${port}` }, child };
}

export async function stop({ child }: Instance): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** One of the product's commands on that place. Rejects, with what it said on stderr, when it ends with another code than 0. */
export const runCommand = (name: string, args: string[], place: Place) =>
  promisify(execFile)(process.execPath, [file(name), ...args], {
    env: { PATH: process.env['PATH'], ...place.env },
    cwd: tmpdir(),
  });

import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a changing request that another site's page made: by Sec-Fetch-Site, and by Origin where it is sent. */
export function refuseCrossSite(request: FastifyRequest, origins: readonly string[]): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site');
  const from = request.headers.origin;
  if (from !== undefined && !origins.includes(from)) throw new Problem('cross-site');
}

/** Refuses a request for a host that is not ours (DNS rebinding, poisoned links). */
export function refuseOtherHost(request: FastifyRequest, hosts: ReadonlySet<string>): void {
  const host = request.headers.host;
  const forwarded = request.headers['x-forwarded-host'];
  const named = forwarded === undefined ? [host] : [host, ...[forwarded].flat()];
  if (named.some((name) => name === undefined || !hosts.has(name.toLowerCase()))) throw new Problem('misdirected');
}

const LOOPBACK = ['127.0.0.1', 'localhost'];

/** Where our own pages stand: the public origin, and for loopback both of its names. */
export function ownOrigins(origin: string): string[] {
  const { protocol, hostname, port } = new URL(origin);
  const names = LOOPBACK.includes(hostname) ? LOOPBACK : [hostname];
  return names.map((name) => `${protocol}//${name}${port && `:${port}`}`);
}

/** Host header values that mean us. */
export const ownHosts = (origin: string): Set<string> => new Set(ownOrigins(origin).map((own) => new URL(own).host));

import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a changing request that another site's page made: by Sec-Fetch-Site, and by Origin where it is sent. */
export function refuseCrossSite(request: FastifyRequest, origin: string): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site');
  const from = request.headers.origin;
  if (from !== undefined && from !== origin) throw new Problem('cross-site');
}

/** Refuses a request for a host that is not ours (DNS rebinding, poisoned links). */
export function refuseOtherHost(request: FastifyRequest, hosts: ReadonlySet<string>): void {
  const host = request.headers.host;
  const forwarded = request.headers['x-forwarded-host'];
  const named = forwarded === undefined ? [host] : [host, ...[forwarded].flat()];
  if (named.some((name) => name === undefined || !hosts.has(name.toLowerCase()))) throw new Problem('misdirected');
}

/** Host header values that mean us: the public origin, and for loopback both of its names. */
export function ownHosts(origin: string): Set<string> {
  const url = new URL(origin);
  const hosts = new Set([url.host]);
  if (url.hostname === '127.0.0.1' || url.hostname === 'localhost') {
    for (const name of ['127.0.0.1', 'localhost']) hosts.add(url.port ? `${name}:${url.port}` : name);
  }
  return hosts;
}

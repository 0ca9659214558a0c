import { isIPv6 } from 'node:net';

/**
 * The network that limits count by: an IPv4 address whole, of an IPv6 address its /64, since whoever has one such address has
 * 2^64 of them. IPv4 written as IPv6 (::ffff:192.0.2.1) is IPv4.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [left = '', right] = (address.split('%')[0] ?? '').split('::');
  const [start, end] = [left, right ?? ''].map((half) => half.split(':').filter(Boolean));
  const missing = right === undefined ? 0 : 8 - start!.length - end!.length;
  const groups = [...start!, ...Array.from({ length: missing }, () => '0'), ...end!];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

import { isIPv4 } from 'node:net';

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bcoc_coc_browser\//, 'Cốc Cốc'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];
const firstOf = (known: [RegExp, string][], agent: string) => known.find(([mark]) => mark.test(agent))?.[1];

/** A device as people name it, "Chrome, Windows", from its User-Agent; empty when nothing in it is known. */
export const deviceOf = (agent: string): string =>
  [firstOf(BROWSERS, agent), firstOf(SYSTEMS, agent)].filter((part) => part !== undefined).join(', ');

/** The neighbourhood of an address, enough to tell home from office: /24 of IPv4, /48 of IPv6. */
export function areaOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.…`;
  if (plain === '::1') return plain;
  const [head = ''] = plain.split('::');
  return address === '' ? '' : `${head.split(':').slice(0, 3).join(':')}:…`;
}

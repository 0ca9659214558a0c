import { z } from 'zod';
import { idText } from './common.js';
import { route } from './route.js';

// What machines ask of a site, at the addresses where they look for it.

export const robots = route('site.robots', {
  method: 'GET',
  path: '/robots.txt',
  access: 'anyone',
  summary: 'What search engines shall leave alone, and where the list of public pages is.',
  response: z.string(),
  produces: 'file',
});

export const sitemap = route('site.sitemap', {
  method: 'GET',
  path: '/sitemap.xml',
  access: 'anyone',
  summary: 'The parts of the list of public pages, with the day of the last change in each.',
  response: z.string(),
  produces: 'file',
  perMinute: 30,
});

export const sitemapPart = route('site.sitemapPart', {
  method: 'GET',
  path: '/sitemap/:part',
  access: 'anyone',
  summary: 'One part of the list of public pages: what a visitor may read, whoever asks.',
  params: z.strictObject({ part: idText }),
  response: z.string(),
  produces: 'file',
  problems: ['not-found'],
  perMinute: 120,
});

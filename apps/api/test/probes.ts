import { routes, type Route } from '@hat-nhan/contracts';
import { z } from 'zod';
import { sitemapPartOf } from '../src/page/sitemap.service.js';

/** One request of a route, as address, headers and body. */
export interface Probe {
  route: Route;
  url: string;
  payload: string | undefined;
  headers: Record<string, string>;
}

/** What probes are filled with: ids and words that stand in both worlds, and such as stand only in hidden rows. */
export interface Fill {
  ids: number[];
  words: string[];
  keys: string[];
  slugs: string[];
  pick<T>(from: readonly T[]): T;
}

type Schema = {
  type?: string;
  enum?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  format?: string;
  minLength?: number;
  pattern?: string;
  default?: unknown;
  minItems?: number;
};
const schemaOf = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema;

/** A value that fits a JSON schema, drawn from `fill`; the name of the field helps where the schema is wide. */
function valueOf(schema: Schema, name: string, fill: Fill): unknown {
  if (schema.enum) return fill.pick(schema.enum);
  if (schema.anyOf) return valueOf(fill.pick(schema.anyOf), name, fill);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, valueOf(inner, key, fill)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () => valueOf(schema.items ?? {}, name, fill));
    case 'integer':
    case 'number':
      return fill.pick(fill.ids);
    case 'boolean':
      // Nobody changes anything before he agrees to rules that ask for it, and everything would answer alike for that.
      return name !== 'asks' && fill.pick([true, false]);
    case 'null':
      return null;
    default:
      return textOf(schema, name, fill);
  }
}

function textOf(schema: Schema, name: string, fill: Fill): string {
  if (schema.format === 'date') return '2026-10-05';
  if (schema.pattern?.includes('[0-9a-f]{8}')) return fill.pick(fill.keys);
  if (name === 'number') return '2';
  if (name === 'part') return String(sitemapPartOf(fill.pick(fill.ids)));
  if (schema.pattern?.includes('\\d{0,9}')) return String(fill.pick(fill.ids));
  if (schema.pattern?.includes('[1-9]\\d{0,2}')) return fill.pick(['5', '20']);
  if (name === 'draftKey' || name === 'key') return 'ask';
  if (name === 'slug') return fill.pick(fill.slugs);
  if (name === 'email') return 'ai-do@test.example';
  if (name === 'code') return '123456';
  if (name === 'token') return 'A'.repeat(43);
  if (name === 'after') return '1';
  const words = fill.pick(fill.words);
  return (schema.minLength ?? 0) > words.length || name === 'text' ? `${words} ${words} ${words} ${words}` : words;
}

/** Optional parts of a query that a probe sets: none, one at a time, or all that fit together. */
function queryOf(route: Route, fill: Fill): string {
  const fields = Object.entries(route.query?.shape ?? {});
  const chosen = fields.filter(
    ([name, field]) =>
      !(field as z.ZodType).safeParse(undefined).success || (name !== 'cursor' && fill.pick([true, false, false])),
  );
  const query = new URLSearchParams(
    chosen.map(([name, field]): [string, string] => [name, String(valueOf(schemaOf(field as z.ZodType), name, fill))]),
  );
  return query.size > 0 ? `?${query.toString()}` : '';
}

function bodyOf(route: Route, fill: Fill): string | undefined {
  if (route.consumes === 'file') return `%PDF-1.7 ${fill.pick(fill.words)}`;
  return route.body ? JSON.stringify(valueOf(schemaOf(route.body), '', fill)) : undefined;
}

/** A random request of a route. It needs nothing but the contract, so that tomorrow's route is covered too. */
export function probe(route: Route, fill: Fill): Probe {
  const url = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(valueOf(schemaOf(route.params!.shape[name] as z.ZodType), name, fill))),
  );
  return {
    route,
    url: url + queryOf(route, fill),
    payload: bodyOf(route, fill),
    headers: {
      ...(route.ifMatch && { 'if-match': '"1"' }),
      ...(route.consumes === 'file' && { 'content-type': 'application/octet-stream' }),
    },
  };
}

export const reading = routes.filter((route) => route.method === 'GET' && route.produces !== 'stream');
/** They change who the one who asks is; the specs of accounts test them by name. */
const CHANGES_THE_ACTOR = new Set([
  'session.end',
  'sessions.end',
  'sessions.endOthers',
  'accounts.disable',
  'accounts.suspend',
  'appointments.giveRole',
  'appointments.takeRole',
  'appointments.endSessions',
  'session.acceptRules',
]);
export const changing = routes.filter((route) => route.method !== 'GET' && !CHANGES_THE_ACTOR.has(route.name));

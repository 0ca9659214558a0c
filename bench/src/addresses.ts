import { ask, type Shot } from './load.js';
import type { Loaded } from './product-loader.js';
import type { Server } from './servers.js';

/** One page at both servers. */
export interface Pair {
  product: string;
  floor: string;
}

/** Pages of lists, walked once, since the product's next page is known by its cursor only. */
export interface Addresses {
  spaces: Pair[];
  recent: Pair[];
}

const LIST_PAGE = 30;
const POST_PAGE = 20;
const PAGES_OF_SPACE = 5;
const PAGES_OF_RECENT = 20;

async function walk(product: Server, path: string, most: number): Promise<string[]> {
  const found: string[] = [];
  let next: string | null = '';
  while (next !== null && found.length < most) {
    const shot: Shot = { path: next === '' ? path : `${path}&cursor=${encodeURIComponent(next)}` };
    found.push(shot.path);
    ({ next } = await ask<{ next: string | null }>(product, shot));
  }
  return found;
}

/** Finds the addresses of the first pages of every list. */
export async function findAddresses(product: Server, { places }: Loaded): Promise<Addresses> {
  const spaces: Pair[] = [];
  for (const [category, spaceId] of places.spaces) {
    const pages = await walk(product, `/api/threads?space=${spaceId}&limit=${LIST_PAGE}`, PAGES_OF_SPACE);
    for (const [at, path] of pages.entries())
      spaces.push({ product: path, floor: `/api/spaces/${category}/threads?page=${at + 1}` });
  }
  const recent = await walk(product, `/api/threads?limit=${LIST_PAGE}`, PAGES_OF_RECENT);
  return { spaces, recent: recent.map((path, at) => ({ product: path, floor: `/api/recent?page=${at + 1}` })) };
}

/** The first page of a thread: twenty posts, of which the first is the question. */
export function threadAddress(thread: number, { places, topics }: Loaded): Pair {
  const id = places.itemOf(topics.get(thread)!.mainPost);
  return { product: `/api/threads/${id}?limit=${POST_PAGE - 1}`, floor: `/api/threads/${thread}?page=1` };
}

/** A person with what he wrote lately. */
export const personAddress = (user: number, { places }: Loaded): Pair => ({
  product: `/api/people/${places.people.get(user)!}`,
  floor: `/api/people/${user}`,
});

/** Threads that fill a page. */
export const fullThreads = ({ topics }: Loaded): number[] =>
  [...topics.values()].filter(({ posts }) => posts >= POST_PAGE).map(({ id }) => id);

/** Threads that take replies. */
export const openThreads = ({ topics }: Loaded): number[] =>
  [...topics.values()].filter(({ locked }) => !locked).map(({ id }) => id);

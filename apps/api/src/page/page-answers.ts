import { home, organisations, people, threads, topics, type Call, type Locale, type Route } from '@hat-nhan/contracts';

/** A page of the router, as the build of the web writes it into pages.json: its address, its name, the files it needs. */
export interface PageEntry {
  path: string;
  title: Record<Locale, string>;
  files: string[];
}

/** An answer that a page shows first: its key in the page's cache, its address, and whether only members get it. */
export interface FirstAnswer {
  key: readonly [name: string, input: object];
  url: string;
  members: boolean;
}

function answer<R extends Route>(route: R, input: Call<R>): FirstAnswer {
  const left = new Map(Object.entries(input).map(([name, value]) => [name, value === false ? '0' : String(value)]));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = left.get(name) ?? '';
    left.delete(name);
    return encodeURIComponent(value);
  });
  const query = left.size > 0 ? `?${new URLSearchParams([...left])}` : '';
  return { key: [route.name, input], url: path + query, members: route.access !== 'anyone' };
}

/** By path of the page; `value` is what stands in the place of its parameter. */
export const firstAnswers: Record<string, (value: string) => FirstAnswer> = {
  '/': () => answer(home.home, {}),
  '/hoi-dap': () => answer(threads.list, {}),
  '/hoi-dap/chua-tra-loi': () => answer(threads.list, { unanswered: 'any' }),
  '/hoi-dap/$id': (value) => answer(threads.read, { id: idOf(value) }),
  '/chu-de': () => answer(topics.list, {}),
  '/chu-de/$slug': (value) => answer(topics.read, { slug: value }),
  '/danh-ba': () => answer(people.list, {}),
  '/danh-ba/$id': (value) => answer(people.read, { id: idOf(value) }),
  '/don-vi': () => answer(organisations.list, { former: false }),
  '/don-vi/$id': (value) => answer(organisations.read, { id: idOf(value) }),
};

/** The page of one thread, which shows the same whatever stands in its query. */
export const THREAD_PAGE = '/hoi-dap/$id';
/** The number at the start of `123-ten-goi`, as the page reads it; 0, which nothing has, where there is none. */
export const idOf = (value: string): number => Number(/^([1-9]\d{0,9})(?:-|$)/.exec(value)?.[1] ?? 0);

/** The page of an address with the value of its parameter. */
export function pageAt(pages: readonly PageEntry[], path: string): { page: PageEntry; value: string } | undefined {
  const here = path.split('/');
  for (const page of pages) {
    const parts = page.path.split('/');
    if (parts.length !== here.length) continue;
    if (!parts.every((part, at) => part === here[at] || (part.startsWith('$') && here[at] !== ''))) continue;
    const place = parts.findIndex((part) => part.startsWith('$'));
    return { page, value: place < 0 ? '' : here[place]! };
  }
  return undefined;
}

/** Which answer a page shows first. None where filters stand in the address: those only the page understands. */
export function firstAnswer({ path }: PageEntry, value: string, query: string): FirstAnswer | undefined {
  return query === '' || path === THREAD_PAGE ? firstAnswers[path]?.(value) : undefined;
}

import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { NotFound, ProblemView } from '../components/problem-view.js';
import { accountOnly } from './account-only.js';
import { Frame } from './frame.js';
import { lazyPage } from './page-code.js';
import { PageWaiting } from './page-waiting.js';
import { pages } from './routes.js';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

// Filters are read as they stand in the address, all of them texts: `?q=73` is a word, not a number.
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
const stringifySearch = (search: Record<string, unknown>): string => {
  const given = Object.entries(search).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value] as [string, string]] : [],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};

/** The router of the page list: pages load when they are opened, and their code already when a link is approached. */
export const createPages = () =>
  createRouter({
    routeTree: root.addChildren(
      pages.map((page) => {
        const component = lazyPage(page.load);
        const open = page.as === 'visitor' || 'visitors' in page;
        return createRoute({
          getParentRoute: () => root,
          path: page.path,
          component: open ? component : accountOnly(component),
        });
      }),
    ),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: PageWaiting,
    defaultErrorComponent: ({ error, reset }) => <ProblemView error={error} retry={reset} />,
    defaultNotFoundComponent: NotFound,
  });

export type Pages = ReturnType<typeof createPages>;

// Who may import whom. Patterns, not lists of files; a folder of the API that is named nowhere fails the check.
import { readdirSync } from 'node:fs';

/** From the lowest rank to the highest. */
const DOMAINS = [
  'calendar',
  'spaces',
  'items',
  'topics',
  'organisations',
  'people',
  'accounts',
  'files',
  'legal',
  'freshness',
  'forum',
  'library',
  'programme',
  'mentorship',
  'routing',
  'search',
  'notifications',
  'moderation',
  'insights',
  'rights',
  'page',
];
/** What stands below the domains, or beside them: the tables, the data that they are loaded with, the demonstration. */
const OTHERS = ['platform', 'policies', 'migrations', 'registries', 'backup', 'demo'];

const unnamed = readdirSync(new URL('apps/api/src/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ![...DOMAINS, ...OTHERS].includes(entry.name))
  .map((entry) => entry.name);
if (unnamed.length > 0) throw new Error(`boundaries.mjs gives no rank to: ${unnamed.join(', ')}`);

const upward = DOMAINS.map((domain, rank) => ({
  name: `api-${domain}-looks-down-only`,
  comment: 'A domain calls the services of lower-ranked ones; sideways or upward is an event.',
  severity: 'error',
  from: { path: `^src/${domain}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: `^src/(${[...DOMAINS.slice(rank + 1), 'app\\.module', 'server', 'main', 'start'].join('|')})` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'What is loaded later, and types, make no circle when the program starts.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    { name: 'events-import-nothing', severity: 'error', from: { path: '^src/events\\.ts$' }, to: {} },
    {
      name: 'api-platform-below-domains',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^src/(${DOMAINS.join('|')}|policies|demo|registries|backup|app\\.module|server)` },
    },
    {
      name: 'api-policies-pure',
      severity: 'error',
      from: { path: '^src/policies/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^src/(${DOMAINS.join('|')}|app\\.module|server|migrations)` },
    },
    ...upward,
    {
      name: 'web-lib-lowest',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: '^src/(ui|components|features|app)/' },
    },
    {
      name: 'web-ui-knows-no-product',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(components|features|app)/' },
    },
    {
      name: 'web-components-below-features',
      severity: 'error',
      from: { path: '^src/components/' },
      to: { path: '^src/(features|app)/' },
    },
    {
      name: 'web-features-never-import-features',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/(features|app)/', pathNot: '^src/features/$1/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|locales)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};

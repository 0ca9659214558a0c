import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const VIRTUAL = 'virtual:routes';
const entry = () => fileURLToPath(import.meta.resolve('@hat-nhan/contracts'));

// Runs in a process of its own, so that a rebuilt contract is read anew while the development server stays up.
const READ = `
import * as contracts from '@hat-nhan/contracts';
const names = new Set(contracts.routes.map((route) => route.name));
const keys = (shape) => Object.keys(shape?.shape ?? {});
const thin = (route) => ({ name: route.name, method: route.method, path: route.path, query: keys(route.query),
  body: route.body !== undefined, creates: route.creates });
const table = {};
for (const [domain, module] of Object.entries(contracts)) {
  if (typeof module !== 'object' || module === null || Array.isArray(module)) continue;
  const own = Object.entries(module).filter(([, value]) => names.has(value?.name) && 'path' in value);
  if (own.length > 0) table[domain] = Object.fromEntries(own.map(([key, route]) => [key, thin(route)]));
}
console.log(JSON.stringify(table));`;

/**
 * `virtual:routes`: the contracts without zod. The contract modules build their schemas when imported (zod is 24 kB), and a
 * page needs only verb, path and which keys go into the query; `lib/routes.ts` gives this table the types of the contract.
 */
export function contractRoutes(): Plugin {
  return {
    name: 'hat-nhan:contract-routes',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return null;
      this.addWatchFile(entry());
      const cwd = fileURLToPath(new URL('.', import.meta.url));
      const table = execFileSync(process.execPath, ['--input-type=module', '-e', READ], { cwd, encoding: 'utf8' });
      return `export default ${table}`;
    },
  };
}

import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const ROUTES = 'virtual:routes';

interface Stated {
  name: string;
  method: string;
  path: string;
  creates: boolean;
  ifMatch: boolean;
  body?: unknown;
  query?: { shape: Record<string, unknown> };
}

/** The contract's routes without their schemas: zod (24 kB) stays out of the first view. */
function routeTable(): Plugin {
  return {
    name: 'route-table',
    resolveId: (id) => (id === ROUTES ? `\0${ROUTES}` : undefined),
    async load(id) {
      if (id !== `\0${ROUTES}`) return undefined;
      const contracts = (await import('@hat-nhan/contracts')) as unknown as Record<string, Record<string, Stated>>;
      const modules = Object.entries(contracts).flatMap(([name, module]) => {
        if (typeof module !== 'object' || module === null || Array.isArray(module)) return [];
        const routes = Object.entries(module).filter(([, value]) => value?.path?.startsWith('/api/') && 'method' in value);
        if (routes.length === 0) return [];
        const table = routes.map(([key, { name: stated, method, path, creates, ifMatch, body, query }]) => [
          key,
          { name: stated, method, path, creates, ifMatch, body: Boolean(body), query: Object.keys(query?.shape ?? {}) },
        ]);
        return [[name, Object.fromEntries(table)]];
      });
      return `export const api = ${JSON.stringify(Object.fromEntries(modules))};`;
    },
  };
}

/** Assets beside their .br and .gz, so that the server compresses nothing at run time. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!/\.(js|css|svg|json)$/.test(fileName)) continue;
        const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        if (source.length < 1024) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(source, { params }) });
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) });
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), lingui({ macroTransform: true }), routeTable(), precompressed()],
  html: { cspNonce: '__NONCE__' },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000', '/demo': 'http://127.0.0.1:3000' } },
});

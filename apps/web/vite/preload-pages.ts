import type { Plugin } from 'vite';

const MARKER = '__PAGES__';
const IMPORTED = /import\(["'`](?:\.\.\/)*(.+?)\.js["'`]\)/;

interface Listed {
  path: string;
  load: () => unknown;
}

// By its address, so that Vite does not bundle the whole page into its own configuration.
async function readPages(): Promise<readonly Listed[]> {
  const address = new URL('../src/app/routes.ts', import.meta.url).href;
  return ((await import(address)) as { pages: readonly Listed[] }).pages;
}

/**
 * Puts a table "path of a page → its files" into the script at the head of index.html, which starts to fetch those of the
 * address that is opened: otherwise they would wait until the first script has run.
 */
export function preloadPages(): Plugin {
  return {
    name: 'hat-nhan:preload-pages',
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = new Set(
          chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]),
        );
        const table = (await readPages()).flatMap(({ path, load }) => {
          const source = IMPORTED.exec(String(load))?.[1];
          const chunk = chunks.find(({ facadeModuleId }) => source && facadeModuleId?.endsWith(`/${source}.tsx`));
          if (!chunk) return [];
          const files = [chunk.fileName, ...chunk.imports, ...(chunk.viteMetadata?.importedCss ?? [])];
          return [[path, files.filter((name) => !first.has(name))]];
        });
        return html.replace(MARKER, JSON.stringify(table));
      },
    },
  };
}

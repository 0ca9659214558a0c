import type { Plugin, Rolldown } from 'vite';

const IMPORTED = /import\(["'`](?:\.\.\/)*(.+?)\.js["'`]\)/;
const ENTRY = /<script type="module" crossorigin src="([^"]+)"[^>]*><\/script>/;
/** The lines that the server wrote are painted first; a tab in the background paints nothing, and begins at once. */
const start = (src: string) => `<script type="module" nonce="__NONCE__">
      const start = () => import('${src}');
      if (document.hidden || !document.querySelector('#root > *')) start();
      else requestAnimationFrame(() => setTimeout(start));
    </script>`;

interface Listed {
  path: string;
  title: { vi: string; en: string };
  load: () => unknown;
}

// By its address, so that Vite does not bundle the whole page into its own configuration.
async function readPages(): Promise<readonly Listed[]> {
  const address = new URL('../src/app/routes.ts', import.meta.url).href;
  return ((await import(address)) as { pages: readonly Listed[] }).pages;
}

const stylesOf = (chunk: Rolldown.OutputChunk): string[] => [...(chunk.viteMetadata?.importedCss ?? [])];

/** The files of a page beside those of every page: its code, what that imports, and their styles in the order that wins. */
function filesOf(page: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const entry = chunks.filter(({ isEntry }) => isEntry);
  const first = new Set(entry.flatMap((chunk) => [chunk.fileName, ...chunk.imports, ...stylesOf(chunk)]));
  const all = new Set<Rolldown.OutputChunk>();
  const collect = (chunk: Rolldown.OutputChunk) => {
    if (all.has(chunk) || first.has(chunk.fileName)) return;
    for (const name of chunk.imports) chunks.filter(({ fileName }) => fileName === name).forEach(collect);
    all.add(chunk);
  };
  collect(page);
  const files = [...[...all].flatMap(stylesOf), ...[...all].map(({ fileName }) => fileName)];
  return [...new Set(files)].filter((name) => !first.has(name));
}

/**
 * Writes pages.json: path, title and files of every page. The API server names the files in the HTML of the address that is
 * opened: otherwise they would wait until the first script has run. The server draws the first lines, so scripts come last.
 */
export function preloadPages(): Plugin {
  return {
    name: 'hat-nhan:preload-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replace(
            ENTRY,
            (_, src: string) => `<link rel="modulepreload" crossorigin href="${src}" nonce="__NONCE__">${start(src)}`,
          )
          .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"'),
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const table = (await readPages()).map(({ path, title, load }) => {
          const source = IMPORTED.exec(String(load))?.[1];
          const chunk = chunks.find(({ facadeModuleId }) => source && facadeModuleId?.endsWith(`/${source}.tsx`));
          if (!chunk) throw new Error(`The page ${path} has no file.`);
          return { path, title, files: filesOf(chunk, chunks) };
        });
        this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(table) });
      },
    },
  };
}

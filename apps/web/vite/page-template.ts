import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const MARKERS: Record<string, string> = {
  __NONCE__: '',
  __LANG__: 'vi',
  __THEME__: 'system',
  __TEXT__: 'normal',
  __CONTRAST__: 'normal',
  '<!--head-->': '<title>Hạt Nhân</title>',
  '<!--answers-->': '',
  '<!--lines-->': '',
};
const fill = (html: string) =>
  Object.entries(MARKERS).reduce((page, [marker, value]) => page.replaceAll(marker, value), html);

/** Fills the markers of index.html as the API server does, for `vite` and `vite preview`; the built file keeps them. */
export function pageTemplate(): Plugin {
  return {
    name: 'hat-nhan:page-template',
    transformIndexHtml: { order: 'post', handler: (html, { server }) => (server ? fill(html) : html) },
    configurePreviewServer: (server) => {
      const file = join(resolve(server.config.root, server.config.build.outDir), 'index.html');
      server.middlewares.use((request, response, next) => {
        const page = request.headers.accept?.includes('text/html') && !/^\/(api|demo)\//.test(request.url ?? '');
        if (!page) return next();
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(fill(readFileSync(file, 'utf8')));
      });
    },
  };
}

import type { Plugin } from 'vite';

const FIRST = /be-vietnam-pro-(latin|vietnamese)-(400|600)-normal.*\.woff2$/;

/** Preloads the two weights that every first view uses; 500 and 700 come when a text asks for them. */
export function preloadFonts(): Plugin {
  return {
    name: 'hat-nhan:preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => FIRST.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${name}`, crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}

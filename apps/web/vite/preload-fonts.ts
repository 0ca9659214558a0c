import type { Plugin } from 'vite';

const FIRST = /be-vietnam-pro-(latin|vietnamese)-400-normal.*\.woff2$/;

/** Preloads the weight of running text; the others come when a text asks for them, and leave the line to the script until then. */
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

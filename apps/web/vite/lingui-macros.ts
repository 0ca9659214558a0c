import { transformAsync } from '@babel/core';
import macros from '@lingui/babel-plugin-lingui-macro';
import type { Plugin } from 'vite';

/**
 * Turns the translation macros of Lingui into calls. Its own native transform is skipped by npm on Node 20, with which this
 * product must install, so Babel does it, on the files that use a macro only.
 */
export function linguiMacros(): Plugin {
  let production = true;
  return {
    name: 'hat-nhan:lingui-macros',
    enforce: 'pre',
    configResolved: (config) => {
      production = config.isProduction;
    },
    transform: {
      filter: { id: { include: /\/src\/.*\.tsx?$/ }, code: /@lingui\/(core|react)\/macro/ },
      async handler(code, id) {
        const result = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: ['typescript', 'jsx'] },
          plugins: [[macros, { descriptorFields: production ? 'id-only' : 'all' }]],
        });
        return result?.code ? { code: result.code, map: result.map } : null;
      },
    },
  };
}

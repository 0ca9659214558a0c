import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractRoutes } from './vite/contract-routes.ts';
import { icons } from './vite/icons.ts';
import { linguiMacros } from './vite/lingui-macros.ts';
import { pageTemplate } from './vite/page-template.ts';
import { precompress } from './vite/precompress.ts';
import { preloadFonts } from './vite/preload-fonts.ts';
import { preloadPages } from './vite/preload-pages.ts';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
// To the server a page of the development port is its own.
const ours = { target: server, changeOrigin: true, headers: { origin: server } };
const proxy = { '/api': ours, '/demo': ours };

export default defineConfig({
  plugins: [
    contractRoutes(),
    linguiMacros(),
    lingui({ failOnCompileError: true }),
    react(),
    preloadFonts(),
    preloadPages(),
    icons(),
    pageTemplate(),
    precompress(),
  ],
  // The server replaces it by the nonce of each answer; Vite puts it on every script, style and preload that it makes.
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page needs comes in one file and what many share in another, not in forty: on a slow line each file
    // costs a journey. Forms stay apart, because nobody fills one in at first sight.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            {
              name: 'shared',
              test: /[\\/]src[\\/](ui|components|lib)[\\/](?!contract-form|dialog|\S*(field|picker|select))|infiniteQuery/i,
              minShareCount: 4,
            },
            {
              name: 'choice',
              test: /[\\/]@mantine[\\/]core[\\/].*[\\/](Input|InputBase|NativeSelect|CloseButton|ComboboxChevron)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy },
  preview: { host: '127.0.0.1', port: 4173, proxy },
});

import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

// Vietnamese stands in the code; en.po holds the translation, vi.po is written from the code and never by hand.
export default defineConfig({
  sourceLocale: 'vi',
  locales: ['vi', 'en'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
  format: formatter({ lineNumbers: false }),
});

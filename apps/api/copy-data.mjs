// tsc copies no data files: the registries go beside the compiled code.
import { cpSync } from 'node:fs';

cpSync(new URL('src/registries/data', import.meta.url), new URL('dist/registries/data', import.meta.url), {
  recursive: true,
});

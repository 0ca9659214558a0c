// Every relative link of README.md, CHANGELOG.md and docs/ leads to a file that is there.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const pages = ['README.md', 'CHANGELOG.md', ...globSync('{docs,apps,packages,bench,e2e,infra}/**/*.md')].filter(
  (page) => !/node_modules|\/floor\/|\/results\//.test(page),
);
const broken = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:|\/)([^)#\s]+)[^)]*\)/g)]
    .map(([, link]) => link)
    .filter((link) => !existsSync(resolve(dirname(page), link)))
    .map((link) => `${page}: ${link}`),
);
if (broken.length > 0) {
  console.error(`Links that lead nowhere:\n${broken.join('\n')}`);
  process.exit(1);
}
console.log(`${pages.length} pages, no broken link`);

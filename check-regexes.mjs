// No regular expression of the product takes longer than linear time, whatever text it meets (recheck, in plain JavaScript).
import { globSync, readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

process.env['RECHECK_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');
const files = globSync('{apps,packages}/*/src/**/*.{ts,tsx}').filter((file) => !/\.spec\.|\/fixtures\//.test(file));

/** Every literal in a syntax tree. */
function literals(node, found = []) {
  if (node?.type === 'RegExpLiteral') found.push(node);
  else if (typeof node === 'object' && node !== null) for (const part of Object.values(node)) literals(part, found);
  return found;
}

const written = new Map();
for (const file of files) {
  const tree = parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true });
  for (const { pattern, flags } of literals(tree.body)) written.set(`/${pattern}/${flags}`, { pattern, flags, file });
}
const slow = [...written]
  .map(([text, { pattern, flags, file }]) => ({ text, file, ...checkSync(pattern, flags, { timeout: 20_000 }) }))
  .filter(({ status }) => status !== 'safe')
  .map(({ text, file, status, complexity }) => `${file}: ${text} ${complexity?.summary ?? status}`);
if (slow.length > 0) {
  console.error(`Regular expressions that a text can hold up:\n${slow.join('\n')}`);
  process.exit(1);
}
console.log(`${written.size} regular expressions, all linear`);

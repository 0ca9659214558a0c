import type MarkdownItConstructor from 'markdown-it';
import { type StateBlock } from 'markdown-it';
import { LIMITS } from './limit-values.js';

type Parser = InstanceType<typeof MarkdownItConstructor>;
type Rule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean | void;

// Empty cells cost a writer one character a row and us an element each: 50,000 characters would make 65,536 cells.
const MOST_CELLS = 8_000;

interface Bounds {
  containers: number;
  /** Lines before this one belong to a table already found too large. */
  plainUntil: number;
}

const BOUNDS = Symbol('bounds');

/**
 * Keeps the work of a text in proportion to its length: quotations and lists one level beyond the limit
 * (so that `limits` sees it) and tables of more than 8,000 cells are read as plain text.
 */
export function bound(parser: Parser): void {
  for (const name of ['blockquote', 'list']) wrap(parser, name, container);
  wrap(parser, 'table', table);
}

// The library's public interface can replace a rule but not call the one it replaces.
function wrap(parser: Parser, name: string, around: (original: Rule) => Rule): void {
  // oxlint-disable-next-line no-underscore-dangle -- the library's own name for its list of rules
  const rule = parser.block.ruler.__rules__.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`markdown-it has no block rule "${name}"`);
  parser.block.ruler.at(name, around(rule.fn) as typeof rule.fn, { alt: rule.alt });
}

function boundsOf(state: StateBlock): Bounds {
  const bounds = state.env[BOUNDS] as Bounds | undefined;
  return bounds ?? (state.env[BOUNDS] = { containers: 0, plainUntil: 0 });
}

function container(original: Rule): Rule {
  return (state, start, end, silent) => {
    const bounds = boundsOf(state);
    if (bounds.containers > LIMITS.depth) return false;
    if (silent) return original(state, start, end, true);
    bounds.containers += 1;
    try {
      return original(state, start, end, false);
    } finally {
      bounds.containers -= 1;
    }
  };
}

function table(original: Rule): Rule {
  return (state, start, end, silent) => {
    const bounds = boundsOf(state);
    if (start < bounds.plainUntil) return false;
    if (original(state, start, end, true) !== true) return false;
    if (silent) return true;
    const last = lastLineOfLargeTable(state, start, end);
    if (last === undefined) return original(state, start, end, false);
    bounds.plainUntil = last;
    return false;
  };
}

function lastLineOfLargeTable(state: StateBlock, start: number, end: number): number | undefined {
  const columns = state.src.slice(state.bMarks[start + 1], state.eMarks[start + 1]).split('|').length;
  let line = start;
  while (line < end && !state.isEmpty(line)) line += 1;
  return (line - start) * columns > MOST_CELLS ? line : undefined;
}

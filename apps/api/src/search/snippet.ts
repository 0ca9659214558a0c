import { highlight, type Highlight } from '@hat-nhan/vietnamese';

/** Characters shown, about half of them on each side of the hits. */
const WINDOW = 200;

interface Span {
  from: number;
  to: number;
}

function hitsOf(stretches: Highlight[]): Span[] {
  const hits: Span[] = [];
  let at = 0;
  for (const { text, hit } of stretches) {
    if (hit) hits.push({ from: at, to: at + text.length });
    at += text.length;
  }
  return hits;
}

/** Where the hits stand densest: most hit characters within one window, the first of equals. */
function densest(hits: Span[]): Span {
  let best = { from: 0, to: 0, weight: 0 };
  let weight = 0;
  for (let first = 0, last = 0; first < hits.length; first++) {
    const { from, to } = hits[first]!;
    for (; last < hits.length && hits[last]!.to - from <= WINDOW; last++) weight += hits[last]!.to - hits[last]!.from;
    if (last === first) last++; // one hit longer than the window stands for itself
    else if (weight > best.weight) best = { from, to: hits[last - 1]!.to, weight };
    weight = Math.max(0, weight - (to - from));
  }
  return best;
}

/** The window around a span, widened to whole words. */
function windowAround(text: string, { from, to }: Span): Span {
  const room = Math.max(0, WINDOW - (to - from));
  let start = Math.max(0, from - Math.floor(room / 2));
  let end = Math.min(text.length, start + Math.max(WINDOW, to - from));
  start = Math.max(0, Math.min(start, end - WINDOW));
  if (start > 0) {
    const space = text.indexOf(' ', start);
    start = space >= 0 && space < from ? space + 1 : start;
  }
  if (end < text.length) {
    const space = text.lastIndexOf(' ', end);
    end = space > to ? space : end;
  }
  return { from: start, to: end };
}

/** About 200 characters of a plain text around its densest hits, cut at words, as stretches; `…` says where it goes on. */
export function snippet(text: string, query: string): Highlight[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const stretches = highlight(line, query);
  const { from, to } = windowAround(line, densest(hitsOf(stretches)));
  const cut: Highlight[] = [];
  const push = (piece: string, hit: boolean) => {
    const last = cut.at(-1);
    if (last?.hit === hit) last.text += piece;
    else if (piece) cut.push({ text: piece, hit });
  };
  if (from > 0) push('…', false);
  let at = 0;
  for (const stretch of stretches) {
    push(stretch.text.slice(Math.max(0, from - at), Math.max(0, to - at)), stretch.hit);
    at += stretch.text.length;
  }
  if (to < line.length) push('…', false);
  return cut;
}

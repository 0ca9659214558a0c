import type { Result, topics } from '@hat-nhan/contracts';

export type Abbreviation = Result<typeof topics.abbreviations>['items'][number];

/** An abbreviation as it is written in a text: capitals, figures, & between letters. */
const WRITTEN = /[\p{Lu}][\p{Lu}\p{N}]*(?:[&-][\p{Lu}\p{N}]+)*/gu;
/** Inside these a word is quoted, linked or code. */
const LEFT_ALONE = 'a, abbr, button, code, pre, h1, h2, h3, h4, h5, h6';

/** Meanings by abbreviation, in the language of the reader: several where it has several. */
export function meaningsOf(items: readonly Abbreviation[], english: boolean): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  for (const { abbreviation, meaning, meaningEn } of items) {
    const words = (english && meaningEn) || meaning;
    meanings.set(abbreviation, [...(meanings.get(abbreviation) ?? []), words]);
  }
  return meanings;
}

/**
 * Marks each abbreviation's first place under `root` as a button that holds its meaning; the text itself stays as it is.
 * Returns the way back.
 */
export function explain(root: HTMLElement, meanings: ReadonlyMap<string, string[]>): () => void {
  const before = new Map<ChildNode, ChildNode>();
  const known = new Set<string>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest(LEFT_ALONE)) texts.push(text);
  }
  for (const text of texts) {
    const parts: (string | HTMLElement)[] = [];
    let end = 0;
    for (const { 0: word, index } of text.data.matchAll(WRITTEN)) {
      const found = meanings.get(word);
      const inside =
        /[\p{L}\p{N}]/u.test(text.data[index - 1] ?? '') || /[\p{L}\p{N}]/u.test(text.data[index + word.length] ?? '');
      if (!found || inside || known.has(word)) continue;
      known.add(word);
      parts.push(text.data.slice(end, index), marked(word, found));
      end = index + word.length;
    }
    if (end === 0) continue;
    const whole = document.createElement('span');
    whole.append(...parts, text.data.slice(end));
    text.replaceWith(whole);
    before.set(whole, text);
  }
  return () => {
    for (const [whole, text] of before) whole.replaceWith(text);
  };
}

function marked(word: string, meanings: readonly string[]): HTMLElement {
  const place = document.createElement('span');
  place.className = 'short-form-place';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'short-form';
  button.textContent = word;
  const tip = document.createElement('span');
  tip.className = 'short-form-tip';
  tip.id = `nghia-${crypto.randomUUID()}`;
  tip.setAttribute('role', 'tooltip');
  tip.textContent = meanings.join(' · ');
  button.setAttribute('aria-describedby', tip.id);
  button.addEventListener('keydown', ({ key }) => key === 'Escape' && button.blur());
  place.append(button, tip);
  return place;
}

import { isSafeHref } from './addresses.js';

export type ReferenceKind = 'person' | 'organisation';

/** What a mention points at. */
export interface Reference {
  kind: ReferenceKind;
  id: number;
}

/** What this reader may be told about it; both are escaped when written. */
export interface ResolvedReference {
  label: string;
  href: string;
}

const LARGEST_ID = 2_147_483_647;
const PLACEHOLDER = /<a data-ref="(person|organisation):([1-9]\d{0,9})"><\/a>/g;
const TARGET = /^(person|organisation):([1-9]\d{0,9})$/;

/** `person:12` → the reference; undefined when malformed or larger than an `int` of the database. */
export function parseReference(target: string): Reference | undefined {
  const match = TARGET.exec(target);
  const id = Number(match?.[2]);
  if (!match || id > LARGEST_ID) return undefined;
  return { kind: match[1] === 'person' ? 'person' : 'organisation', id };
}

/** The form kept in stored HTML. It holds no name: names are told per reader, at read time. */
export function placeholder(reference: Reference): string {
  return `<a data-ref="${reference.kind}:${reference.id}"></a>`;
}

/** The same references once each, in order of first appearance. */
export function distinct(found: Iterable<Reference>): Reference[] {
  const seen = new Map<string, Reference>();
  for (const reference of found) {
    const key = `${reference.kind}:${reference.id}`;
    if (!seen.has(key)) seen.set(key, reference);
  }
  return [...seen.values()];
}

/** References in stored HTML, once each, so that a page resolves them in one batch. */
export function references(html: string): Reference[] {
  const found: Reference[] = [];
  for (const match of html.matchAll(PLACEHOLDER)) {
    const reference = parseReference(`${match[1]}:${match[2]}`);
    if (reference) found.push(reference);
  }
  return distinct(found);
}

/**
 * Stored HTML as this reader sees it: each placeholder becomes a link with the name.
 * What `resolve` does not know (gone, or not visible: the same to the reader) becomes `@` + `unknown`, without a link.
 */
export function fillReferences(
  html: string,
  resolve: (kind: ReferenceKind, id: number) => ResolvedReference | undefined,
  unknown: string,
): string {
  return html.replace(PLACEHOLDER, (_all, kind: string, id: string) => {
    const reference = parseReference(`${kind}:${id}`);
    const resolved = reference && resolve(reference.kind, reference.id);
    if (!resolved) return `<span class="reference">@${escapeText(unknown)}</span>`;
    const label = `@${escapeText(resolved.label)}`;
    if (!isSafeHref(resolved.href)) return `<span class="reference">${label}</span>`;
    return `<a class="reference" href="${escapeText(resolved.href)}">${label}</a>`;
  });
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

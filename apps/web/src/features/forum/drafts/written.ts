import { call } from '../../../lib/api.js';
import { drafts } from '../../../lib/routes.js';
import { loadWaiting } from '../../../lib/waiting-text.js';

/** What is being written. `fields` are the other fields of a form, as texts. */
export interface Written {
  title: string;
  text: string;
  fields: Record<string, string>;
}
/** A text with the version of the server draft that it goes on from; 0 where there is none yet. */
export interface Versioned extends Written {
  version: number;
}

/** Where the text stands: all but `saved` is kept on this device only. `full`: the server holds as many drafts as it takes. */
export type Standing = 'none' | 'saved' | 'waiting' | 'signedOut' | 'full' | 'refused';
export interface DraftState {
  ready: boolean;
  written: Written;
  standing: Standing;
  savedAt: string | undefined;
  /** The draft was changed elsewhere: both stay until one is chosen. */
  theirs: Versioned | undefined;
}

export const NOTHING: Written = { title: '', text: '', fields: {} };
/** Keys of the files that a draft has. */
export const keysOf = (fields: Written['fields']): string[] => (fields['files'] ?? '').split(',').filter(Boolean);
/** Whether more follows, as the draft of an answer keeps it. */
export const withBrief = (fields: Written['fields'], brief: boolean): Written['fields'] => ({
  ...fields,
  brief: brief ? '1' : '',
});
export const isEmpty = ({ title, text, fields }: Written): boolean =>
  title.trim() === '' && text.trim() === '' && keysOf(fields).length === 0;
export const same = (a: Written, b: Written): boolean =>
  a.title === b.title && a.text === b.text && JSON.stringify(a.fields) === JSON.stringify(b.fields);

const read = (text: string | undefined): Versioned | undefined => {
  if (text === undefined) return undefined;
  const { version = 0, title = '', text: words = '', fields = {} } = JSON.parse(text) as Partial<Versioned>;
  return { version, title, text: words, fields };
};

/** What waits on this device (written, but not on the server) and what the server has; the server may be away. */
export async function load(personId: number, key: string) {
  const [local, server] = await Promise.all([
    loadWaiting(personId, `draft:${key}`).then(read),
    call(drafts.readDraft, { key }).catch(() => undefined),
  ]);
  return {
    local: local && !isEmpty(local) ? local : undefined,
    server: server && { version: server.version, title: server.title, text: server.text, fields: server.fields },
    savedAt: server && server.version > 0 ? server.savedAt : undefined,
  };
}

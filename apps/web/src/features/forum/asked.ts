import type { ThreadCard } from '@hat-nhan/contracts';
import { keysOf, type Written } from './drafts/written.js';

/** The form of a question, as it is typed. */
export type Asked = {
  title: string;
  text: string;
  topicIds: string[];
  spaceId: string;
  /** Keys of files. */
  files: string[];
  /** Whether an attached document has been issued: yes, no, or not said yet. */
  issued: string;
  unnamed: boolean;
  context: { system: string; legalBasis: string; tried: string; needBy: string };
};
export type Kind = ThreadCard['kind'];

export const EMPTY: Asked = {
  title: '',
  text: '',
  topicIds: [],
  spaceId: '',
  files: [],
  issued: '',
  unnamed: false,
  context: { system: '', legalBasis: '', tried: '', needBy: '' },
};

const VIETNAMESE = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/;

/** 5/1/2026 → 2026-01-05. What is no date stays as it was typed, and the contract says so at its field. */
export function dayOf(typed: string): string | null {
  if (typed.trim() === '') return null;
  const [, day = '', month = '', year = ''] = VIETNAMESE.exec(typed) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
}

/** 2026-01-05 → 05/01/2026. */
export const typedDay = (day: string | null): string => (day ?? '').split('-').toReversed().join('/');

/** What is sent of the optional part; nothing at all where nothing was typed. */
export const contextOf = ({ system, legalBasis, tried, needBy }: Asked['context']) => ({
  system,
  legalBasis,
  tried,
  needBy: dayOf(needBy),
});

/** The form as a draft keeps it. */
export const toDraft = (asked: Asked, kind: Kind): Written => {
  const { title, text, topicIds, spaceId, files, issued, unnamed, context } = asked;
  const chosen = { kind, topicIds: topicIds.join(','), spaceId, files: files.join(','), issued };
  return { title, text, fields: { ...chosen, ...(unnamed && { unnamed: '1' }), ...context } };
};

export const fromDraft = ({ title, text, fields }: Written): Asked => ({
  title,
  text,
  topicIds: (fields['topicIds'] ?? '').split(',').filter(Boolean),
  spaceId: fields['spaceId'] ?? '',
  files: keysOf(fields),
  issued: fields['issued'] ?? '',
  unnamed: fields['unnamed'] === '1',
  context: {
    system: fields['system'] ?? '',
    legalBasis: fields['legalBasis'] ?? '',
    tried: fields['tried'] ?? '',
    needBy: fields['needBy'] ?? '',
  },
});

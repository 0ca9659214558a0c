import { Mention } from '@tiptap/extension-mention';
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion';
import { call } from '../../../lib/api.js';
import { search } from '../../../lib/routes.js';

/** Somebody or an organisation that can be mentioned, as the list shows it. */
export interface Mentionable {
  /** `person:12` or `organisation:7`, as it stands in the Markdown. */
  id: string;
  label: string;
  detail: string;
}
export type MentionProps = SuggestionProps<Mentionable>;

/** The list of proposals, which React draws. */
export interface MentionView {
  show: (props: MentionProps | undefined) => void;
  press: (event: KeyboardEvent) => boolean;
}

const NAME_WORDS = 6;
const WRITTEN = /^@\[([^\]\n]{1,200})\]\(((?:person|organisation):[1-9]\d{0,9})\)/;

const propose = async ({ query }: { query: string }): Promise<Mentionable[]> => {
  if (query.split(' ').length > NAME_WORDS) return [];
  const found = await call(search.mentionable, { q: query }).catch(() => undefined);
  return (found?.items ?? []).map(({ kind, id, name, detail }) => ({ id: `${kind}:${id}`, label: name, detail }));
};

/** Mentions: typed with "@", written as `@[Tên](person:12)` in Markdown and read back from it. */
export const mentions = (view: () => MentionView) =>
  Mention.extend({
    markdownTokenizer: {
      name: 'mention',
      level: 'inline',
      start: (source: string) => source.indexOf('@['),
      tokenize: (source: string) => {
        const [raw, label, id] = WRITTEN.exec(source) ?? [];
        return raw ? { type: 'mention', raw, attributes: { id, label } } : undefined;
      },
    },
    parseMarkdown: (token, helpers) => helpers.createNode('mention', token.attributes ?? {}, []),
    renderMarkdown: ({ attrs }) => `@[${String(attrs?.['label'] ?? '').replace(/[[\]\n]/g, ' ')}](${attrs?.['id']})`,
  }).configure({
    HTMLAttributes: { class: 'reference' },
    suggestion: {
      char: '@',
      // A Vietnamese name is several words; a sentence is not a name.
      allowSpaces: true,
      allowedPrefixes: [' ', '('],
      minQueryLength: 1,
      debounce: 150,
      items: propose,
      render: () => ({
        onStart: (props: MentionProps) => view().show(props),
        onUpdate: (props: MentionProps) => view().show(props),
        onExit: () => view().show(undefined),
        onKeyDown: ({ event }: SuggestionKeyDownProps) => view().press(event),
      }),
    },
  });

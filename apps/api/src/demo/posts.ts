import type { Byline } from '@hat-nhan/contracts';
import { render } from '@hat-nhan/markdown';
import { bylineOf } from './bylines.js';
import { threads } from './content/threads/index.js';
import type { DemoAnswer, DemoComment, DemoHiding, DemoThread, DemoWhen } from './content/types.js';
import type { DemoDays } from './days.js';
import type { LoadedPerson } from './load-people.js';
import type { LoadedSpace } from './load-spaces.js';
import type { LoadedUnit } from './load-units.js';

/** One post of the content, before it has an id. The question is a post of its own, as in the table. */
interface Draft {
  kind: 'question' | 'answer' | 'comment';
  thread: DemoThread;
  parent: Draft | undefined;
  author: string;
  when: DemoWhen;
  source: string;
  /** Of a question, and of an answer that was one. */
  title: string;
  helpful: number;
  accepted: DemoAnswer['accepted'];
  /** By whom and why it stands out of sight, itself or with its thread. */
  hidden: DemoHiding | undefined;
}

/** A post as it goes into the tables. */
export interface Post extends Omit<Draft, 'parent' | 'author'> {
  id: number;
  threadId: number;
  parentId: number | null;
  author: LoadedPerson;
  byline: Byline;
  at: string;
  text: string;
  html: string;
  plain: string;
  /** Keys of the people whom the text mentions. */
  mentions: string[];
  /** The post whose hiding took it out of sight. */
  withheldBy: number | null;
}

/** The people, units and spaces of the demo, and its calendar. */
export interface Cast {
  people: ReadonlyMap<string, LoadedPerson>;
  units: ReadonlyMap<string, LoadedUnit>;
  spaces: ReadonlyMap<string, LoadedSpace>;
  days: DemoDays;
}

const MENTION = /\(person:([a-z0-9-]+)\)/g;

function draftsOf(thread: DemoThread): Draft[] {
  const question: Draft = {
    ...pick(thread),
    title: thread.title,
    kind: 'question',
    thread,
    parent: undefined,
    helpful: thread.helpful,
    accepted: undefined,
    hidden: thread.hidden,
  };
  const comment =
    (parent: Draft) =>
    (given: DemoComment): Draft => ({
      ...pick(given),
      title: '',
      kind: 'comment',
      thread,
      parent,
      helpful: 0,
      accepted: undefined,
      hidden: thread.hidden ?? parent.hidden,
    });
  const answers = thread.answers.flatMap((given) => {
    const { title = '', helpful, accepted, hidden = thread.hidden } = given;
    const own = { ...pick(given), title, helpful, accepted, hidden };
    const answer: Draft = { ...own, kind: 'answer', thread, parent: question };
    return [answer, ...(given.comments ?? []).map(comment(answer))];
  });
  return [question, ...answers, ...(thread.comments ?? []).map(comment(question))];
}

const pick = ({ author, when, text }: DemoComment) => ({ author, when, source: text });

/** Every moment of the content, for its calendar. */
export const allWhens = (): DemoWhen[] =>
  threads.flatMap((thread) => [
    ...draftsOf(thread).flatMap(({ when, accepted }) => (accepted ? [when, accepted.when] : [when])),
    ...(thread.closed ? [thread.closed.when] : []),
  ]);

/** Every post of the content in the order of time, so that ids follow it too. `takeIds` gives as many as there are. */
export async function makePosts(
  { people, units, days }: Omit<Cast, 'spaces'>,
  takeIds: (count: number) => Promise<number[]>,
): Promise<Post[]> {
  const drafts = threads
    .flatMap(draftsOf)
    .toSorted((left, right) => days.at(left.when).localeCompare(days.at(right.when)));
  const ids = await takeIds(drafts.length);
  const idOf = new Map(drafts.map((draft, at) => [draft, ids[at]!]));
  const questions = new Map(drafts.filter(({ kind }) => kind === 'question').map((draft) => [draft.thread, draft]));
  const withheldBy = (draft: Draft) => {
    const { thread, hidden, parent } = draft;
    if (!hidden) return null;
    return idOf.get(thread.hidden ? questions.get(thread)! : parent?.hidden ? parent : draft)!;
  };
  return drafts.map((draft) => {
    const { parent, author: key, ...rest } = draft;
    const author = people.get(key)!;
    const text = draft.source.replace(MENTION, (_, mentioned: string) => `(person:${people.get(mentioned)!.id})`);
    const { html, text: plain } = render(text);
    return {
      ...rest,
      id: idOf.get(draft)!,
      threadId: idOf.get(questions.get(draft.thread)!)!,
      parentId: parent ? idOf.get(parent)! : null,
      author,
      byline: bylineOf(author, draft.when, draft.thread, units),
      at: days.at(draft.when),
      text,
      html,
      plain,
      withheldBy: withheldBy(draft),
      mentions: [...draft.source.matchAll(MENTION)].map((match) => match[1]!),
    };
  });
}

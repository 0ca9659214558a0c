import type * as contracts from '@hat-nhan/contracts';
import type { Method, Route } from '@hat-nhan/contracts';
import table from 'virtual:routes';

/** A contract route as the page holds it: no zod. `contract` never exists; it carries the types of input and answer. */
export interface PageRoute<R extends Route = Route> {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  /** Names of the input that go into the query; the rest fills the path, then the body. */
  readonly query: readonly string[];
  readonly body: boolean;
  readonly creates: boolean;
  readonly contract?: R;
}

type PageRoutes<M> = {
  readonly [K in keyof M as M[K] extends Route ? K : never]: M[K] extends Route ? PageRoute<M[K]> : never;
};
type Domain =
  | 'accounts'
  | 'appointments'
  | 'calendar'
  | 'claims'
  | 'arranging'
  | 'drafts'
  | 'files'
  | 'factors'
  | 'answerInvitations'
  | 'groups'
  | 'handovers'
  | 'history'
  | 'home'
  | 'instance'
  | 'invitations'
  | 'joins'
  | 'moderation'
  | 'moving'
  | 'notifications'
  | 'organisations'
  | 'people'
  | 'posts'
  | 'registry'
  | 'registers'
  | 'returning'
  | 'search'
  | 'sessions'
  | 'spaces'
  | 'threads'
  | 'topics'
  | 'truth';

/** Every route by domain, as in `@hat-nhan/contracts`: `import { threads } from '../../lib/routes.js'`. */
export const {
  accounts,
  appointments,
  calendar,
  claims,
  arranging,
  drafts,
  files,
  factors,
  answerInvitations,
  groups,
  handovers,
  history,
  home,
  instance,
  invitations,
  joins,
  moderation,
  moving,
  notifications,
  organisations,
  people,
  posts,
  registry,
  registers,
  returning,
  search,
  sessions,
  spaces,
  threads,
  topics,
  truth,
}: { [D in Domain]: PageRoutes<(typeof contracts)[D]> } = table;

import * as accounts from './accounts.js';
import * as appointments from './appointments.js';
import * as calendar from './calendar.js';
import * as claims from './claims.js';
import * as arranging from './arranging.js';
import * as drafts from './drafts.js';
import * as files from './files.js';
import * as factors from './factors.js';
import * as answerInvitations from './answer-invitations.js';
import * as groups from './groups.js';
import * as handovers from './handovers.js';
import * as history from './history.js';
import * as home from './home.js';
import * as instance from './instance.js';
import * as invitations from './invitations.js';
import * as joins from './joins.js';
import * as moderation from './moderation.js';
import * as moving from './moving.js';
import * as notifications from './notifications.js';
import * as organisations from './organisations.js';
import * as people from './people.js';
import * as posts from './posts.js';
import * as registry from './registry.js';
import * as registers from './registers.js';
import * as returning from './returning.js';
import type { Route } from './route.js';
import * as search from './search.js';
import * as sessions from './sessions.js';
import * as site from './site.js';
import * as spaces from './spaces.js';
import * as threads from './threads.js';
import * as topics from './topics.js';
import * as truth from './truth.js';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'access' in value;

const byPath = (a: Route, b: Route) => (a.path + a.method < b.path + b.method ? -1 : 1);

/** Every route of the product, in the order of its path. */
export const routes: readonly Route[] = [
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
  site,
  spaces,
  threads,
  topics,
  truth,
]
  .flatMap((module) => Object.values(module).filter(isRoute))
  .toSorted(byPath);

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { Actor, Role } from '../platform/context.js';
import {
  ACTIONS,
  allowed,
  decide,
  IN_THREADS,
  RELATIONS,
  STATES,
  type Action,
  type Relation,
  type Situation,
} from './role-table.js';

// Written by hand before the policies: who (relation or role), what, in which state of a question → may he?
type Row = [who: Relation, action: Action, state: Situation['state'], may: boolean, age?: 'new' | 'old'];
const ROWS: Row[] = [
  ['visitor', 'answer', 'open', false],
  ['visitor', 'vote', 'open', false],
  ['visitor', 'watch', 'open', false],
  ['newcomer', 'answer', 'open', false],
  ['reader', 'answer', 'open', false],
  ['reader', 'comment', 'open', false],
  ['reader', 'vote', 'open', false],
  ['reader', 'watch', 'open', true],
  ['member', 'answer', 'open', true],
  ['member', 'answer', 'resolved', true],
  ['member', 'answer', 'closed', false],
  ['member', 'comment', 'closed', true],
  ['member', 'comment', 'archived', false],
  ['member', 'answer', 'archived', true],
  ['moderator', 'archive', 'open', true],
  ['space moderator', 'archive', 'resolved', true],
  ['moderator', 'archive', 'closed', false],
  ['asker', 'archive', 'open', false],
  ['expert', 'markCanonical', 'closed', true],
  ['expert', 'markCanonical', 'archived', false],
  ['moderator', 'markCanonical', 'open', false],
  ['asker', 'markCanonical', 'resolved', false],
  ['reader', 'sayStillTrue', 'open', true],
  ['member', 'sayStillTrue', 'archived', true],
  ['answerer', 'sayStillTrue', 'open', false],
  ['newcomer', 'sayStillTrue', 'open', false],
  ['member', 'sayStillTrue', 'duplicate', false],
  ['member', 'clearDoubts', 'open', false],
  ['expert', 'clearDoubts', 'archived', true],
  ['member', 'vote', 'open', true],
  ['member', 'meToo', 'open', true],
  ['member', 'removeMeToo', 'open', true],
  ['member', 'removeMeToo', 'archived', false],
  ['reader', 'removeMeToo', 'open', false],
  ['without organisation', 'removeMeToo', 'open', true],
  ['member', 'edit', 'open', false],
  ['member', 'accept', 'open', false, 'old'],
  ['member', 'close', 'open', false],
  ['without organisation', 'meToo', 'open', false],
  ['asker', 'edit', 'open', true],
  ['asker', 'edit', 'closed', true],
  ['asker', 'edit', 'archived', false],
  ['asker', 'vote', 'open', false],
  ['asker', 'meToo', 'open', false],
  ['asker', 'accept', 'open', true],
  ['asker', 'accept', 'resolved', true],
  ['asker', 'accept', 'closed', false],
  ['asker', 'unaccept', 'resolved', true],
  ['asker', 'close', 'resolved', true],
  ['asker', 'reopen', 'closed', true],
  ['asker', 'reopen', 'open', false],
  ['asker', 'editAnswer', 'open', false],
  ['answerer', 'editAnswer', 'open', true],
  ['answerer', 'voteAnswer', 'open', false],
  ['answerer', 'accept', 'open', false, 'old'],
  ['expert', 'accept', 'open', false, 'new'],
  ['expert', 'accept', 'open', true, 'old'],
  ['expert', 'close', 'open', false],
  ['moderator', 'accept', 'open', false, 'new'],
  ['moderator', 'accept', 'open', true, 'old'],
  ['moderator', 'close', 'open', true],
  ['moderator', 'reopen', 'closed', true],
  ['moderator', 'edit', 'open', false],
  ['space moderator', 'close', 'open', true],
  ['editor', 'close', 'open', false],
  ['coordinator', 'close', 'open', false],
  ['coordinator', 'accept', 'open', false, 'old'],
  ['coordinator', 'openSpace', 'open', true],
  ['administrator', 'close', 'open', false],
  ['administrator', 'openSpace', 'open', true],
  ['moderator', 'openSpace', 'open', false],
  ['space moderator', 'manageMembers', 'open', true],
  ['member', 'openGroup', 'open', true],
  ['newcomer', 'openGroup', 'open', false],
  ['visitor', 'openGroup', 'open', false],
  ['space moderator', 'addMember', 'open', false],
  ['coordinator', 'addMember', 'open', true],
  ['space moderator', 'changeSpace', 'open', true],
  ['moderator', 'changeSpace', 'open', false],
  ['administrator', 'changeSpace', 'open', true],
  ['space moderator', 'closeGroup', 'open', true],
  ['member', 'closeGroup', 'open', false],
  ['space moderator', 'inviteMember', 'open', true],
  ['coordinator', 'inviteMember', 'open', false],
  ['space moderator', 'leaveSpace', 'open', true],
  ['member', 'leaveSpace', 'open', false],
  ['member', 'askToJoin', 'open', true],
  ['space moderator', 'askToJoin', 'open', false],
  ['space moderator', 'answerRequest', 'open', true],
  ['administrator', 'answerRequest', 'open', false],
  ['member', 'answerRequest', 'open', false],
  ['member', 'answerInvitation', 'open', true],
  ['member', 'withdrawRequest', 'open', false],
  ['coordinator', 'resendInvitation', 'open', true],
  ['administrator', 'resendInvitation', 'open', true],
  ['moderator', 'resendInvitation', 'open', false],
  ['member', 'invite', 'open', false],
  ['coordinator', 'chaseAnswers', 'open', true],
  ['newcomer', 'chaseAnswers', 'open', false],
  ['moderator', 'chaseAnswers', 'open', false],
  ['editor', 'lookAfterAnswers', 'open', true],
  ['coordinator', 'lookAfterAnswers', 'open', false],
  ['asker', 'deleteQuestion', 'open', true],
  ['asker', 'deleteQuestion', 'archived', false],
  ['asker', 'deleteAnswer', 'open', false],
  ['answerer', 'deleteAnswer', 'open', true],
  ['member', 'deleteAnswer', 'open', false],
  ['moderator', 'deleteAnswer', 'open', false],
  ['moderator', 'hide', 'open', true],
  ['moderator', 'hide', 'archived', true],
  ['moderator', 'hide', 'hidden', false],
  ['space moderator', 'hide', 'open', true],
  ['administrator', 'hide', 'open', false],
  ['expert', 'hide', 'open', false],
  ['asker', 'hide', 'open', false],
  ['moderator', 'restoreHidden', 'hidden', true],
  ['asker', 'restoreHidden', 'hidden', false],
  ['member', 'flag', 'open', true],
  ['reader', 'flag', 'open', true],
  ['visitor', 'flag', 'open', false],
  ['asker', 'flag', 'open', false],
  ['answerer', 'flagAnswer', 'open', false],
  ['moderator', 'pin', 'open', true],
  ['coordinator', 'pin', 'open', false],
  ['expert', 'duplicate', 'open', true],
  ['expert', 'duplicate', 'duplicate', false],
  ['moderator', 'duplicate', 'closed', true],
  ['asker', 'duplicate', 'open', false],
  ['member', 'duplicate', 'open', false],
  ['expert', 'reopen', 'duplicate', true],
  ['moderator', 'reopen', 'duplicate', true],
  ['asker', 'reopen', 'duplicate', false],
  ['expert', 'reopen', 'closed', false],
  ['moderator', 'move', 'open', true],
  ['space moderator', 'move', 'resolved', true],
  ['moderator', 'move', 'archived', false],
  ['expert', 'move', 'open', false],
  ['coordinator', 'move', 'open', false],
  ['asker', 'move', 'open', false],
  ['asker', 'decideMove', 'open', true],
  ['moderator', 'decideMove', 'open', false],
  ['moderator', 'split', 'open', true],
  ['moderator', 'merge', 'duplicate', false],
  ['expert', 'split', 'open', false],
  ['administrator', 'merge', 'open', false],
  ['moderator', 'decideReview', 'open', true],
  ['space moderator', 'decideReview', 'open', true],
  ['coordinator', 'decideReview', 'open', false],
  ['moderator', 'suspend', 'open', true],
  ['moderator', 'suspendStaff', 'open', false],
  ['administrator', 'suspendStaff', 'open', true],
  ['coordinator', 'suspend', 'open', false],
  ['administrator', 'readAudit', 'open', true],
  ['coordinator', 'readAudit', 'open', true],
  ['moderator', 'readAudit', 'open', false],
  ['coordinator', 'keepRegistry', 'open', true],
  ['administrator', 'keepRegistry', 'open', true],
  ['coordinator', 'callOffMerger', 'open', true],
  ['coordinator', 'undoMerger', 'open', false],
  ['administrator', 'undoMerger', 'open', true],
  ['editor', 'keepRegistry', 'open', false],
  ['member', 'keepRegistry', 'open', false],
  ['coordinator', 'appoint', 'open', true],
  ['moderator', 'appoint', 'open', false],
  ['coordinator', 'giveRole', 'open', false],
  ['administrator', 'giveRole', 'open', true],
  ['administrator', 'keepTopics', 'open', true],
  ['editor', 'keepTopics', 'open', false],
  ['editor', 'keepGlossary', 'open', true],
  ['administrator', 'keepGlossary', 'open', true],
  ['coordinator', 'keepGlossary', 'open', false],
  ['administrator', 'keepCalendar', 'open', true],
  ['coordinator', 'keepCalendar', 'open', false],
];

it.each(ROWS)('%s: %s in a question that is %s → %s', (who, action, state, may, age = 'new') => {
  expect(decide(who, action, { kind: 'question', state, age })).toBe(may);
});

it('lets nobody choose an answer, or count units, in a discussion', () => {
  for (const who of RELATIONS) {
    for (const state of STATES) {
      for (const action of ['accept', 'unaccept', 'meToo', 'removeMeToo'] as const) {
        expect(decide(who, action, { kind: 'discussion', state, age: 'old' })).toBe(false);
      }
    }
  }
});

it('lets nobody do anything to a hidden thread but watch it, and no role adds a right without sight to write', () => {
  for (const who of RELATIONS) {
    for (const action of IN_THREADS) {
      expect(decide(who, action, { kind: 'question', state: 'hidden', age: 'old' })).toBe(false);
    }
  }
  const roles = new Set<Role>(['moderator', 'editor', 'coordinator', 'administrator']);
  const mighty: Actor = { personId: 1, sessionId: 1, roles, member: true, signedInAt: new Date(0) };
  for (const action of ['answer', 'comment', 'vote', 'close', 'accept'] as const) {
    expect(allowed(mighty, 'reader', action, { kind: 'question', state: 'open', age: 'old' })).toBe(false);
  }
});

const cell = (who: Relation, action: Action): string => {
  const may = (state: Situation['state'], age: Situation['age']) =>
    decide(who, action, { kind: 'question', state, age });
  const states = STATES.filter((state) => may(state, 'old'));
  if (states.length === 0) return '–';
  const late = states.some((state) => !may(state, 'new')) ? ' after 14 days' : '';
  return `${states.length === STATES.length ? 'yes' : states.join(', ')}${late}`;
};
const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** The whole table as the product owner reads it. */
function table(): string {
  return [
    '# Who may do what',
    '',
    'Made from `apps/api/src/policies/` by `policies/roles.spec.ts`, which fails when this page is not current;',
    '`UPDATE_ROLES=1 npm test -- src/policies` writes it again. A cell names the states of a question in which the action',
    'is allowed. What somebody cannot see he cannot act on, whatever his role: that is decided by PostgreSQL.',
    '',
    row(['', ...ACTIONS]),
    row(Array.from({ length: ACTIONS.length + 1 }, () => '---')),
    ...RELATIONS.map((who) => row([who, ...ACTIONS.map((action) => cell(who, action))])),
    '',
  ].join('\n');
}

it('is the table in docs/roles.md', () => {
  const page = new URL('../../../../docs/roles.md', import.meta.url);
  if (process.env['UPDATE_ROLES']) writeFileSync(page, table());
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(table());
});

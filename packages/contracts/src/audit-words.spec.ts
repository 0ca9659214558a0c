import { describe, expect, it } from '@jest/globals';
import { auditReasons, auditRoles, auditStates } from './audit-marks.js';
import { auditActions, auditObjects } from './audit-words.js';

describe('the words of the audit log', () => {
  it('says everything in both languages, and nothing as its code', () => {
    for (const table of [auditActions, auditObjects, auditRoles, auditStates, auditReasons])
      for (const [code, { vi, en }] of Object.entries(table)) {
        expect([code, vi.trim().length > 2, en.trim().length > 2]).toEqual([code, true, true]);
        expect([vi, en]).not.toContain(code.includes('.') ? code : undefined);
        expect(vi).not.toBe(en);
      }
  });

  it('puts each action under a heading, and no two under the same words', () => {
    const actions = Object.keys(auditActions);
    const heads = actions.filter((action) => action.includes('.')).map((action) => action.split('.')[0]!);
    expect([...new Set(heads)].toSorted()).toEqual(Object.keys(auditObjects).toSorted());
    for (const language of ['vi', 'en'] as const) {
      const said = Object.values(auditActions).map((words) => words[language]);
      expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([]);
    }
  });
});

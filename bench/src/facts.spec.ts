import { describe, expect, test } from '@jest/globals';
import type { Topic } from './corpus.js';
import { compareFacts, POST_FACTS } from './facts.js';
import type { Loaded } from './product-loader.js';

const loaded: Loaded = {
  topics: new Map<number, Topic>(),
  places: {
    itemOf: (post) => 1000 + post,
    spaces: new Map(),
    people: new Map([[3, 33]]),
    bylines: new Map(),
    topics: [],
  },
};
const floor = {
  id: 7,
  position: 2,
  created: '2026-01-02 03:04:05.678+00',
  reply_to: null,
  accepted: true,
  up: 4,
  down: 1,
  html: '<p>Nộp ở <strong>bộ phận một cửa</strong></p>\n<p>&quot;đúng hẹn&quot;</p>',
  author: { id: 3, username: 'lan3', name: 'Lan', posts: 9, reputation: 2, joined: '2025-01-01' },
};
const product = {
  id: 1007,
  createdAt: '2026-01-02T03:04:05.678+00:00',
  accepted: { at: '2026-01-02T03:04:05.678+00:00', by: 'asker', own: false },
  helpful: 4,
  html: '<p>Nộp ở <strong>bộ phận một cửa</strong></p><p>"đúng hẹn"</p>',
  author: { personId: 33, name: 'Lan' },
};

describe('comparing the answers of both servers', () => {
  test('takes the same facts under the product’s names', () => {
    expect(() => compareFacts(POST_FACTS, floor, product, loaded)).not.toThrow();
  });

  test.each([
    ['a different number', { helpful: 3 }, /up of the floor is 4/],
    ['another person', { author: { personId: 34, name: 'Lan' } }, /author\.id/],
    ['a missing fact', { createdAt: undefined }, /created/],
    ['words left out', { html: '<p>Nộp ở bộ phận một cửa</p>' }, /html/],
    ['an acceptance lost', { accepted: null }, /accepted/],
  ])('refuses %s', (_what, change, message) => {
    expect(() => compareFacts(POST_FACTS, floor, { ...product, ...change }, loaded)).toThrow(message);
  });

  test('refuses a fact that the table does not know', () => {
    expect(() => compareFacts(POST_FACTS, { ...floor, mood: 'good' }, product, loaded)).toThrow(/mood/);
  });
});

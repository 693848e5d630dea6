import { expect, test } from 'vitest';
import { newDraft, type WidgetDraft } from './widget-draft.ts';
import { faultsOf } from './widget-faults.ts';

const queueId = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const complete: WidgetDraft = {
  ...newDraft(queueId),
  name: 'Home page',
  chain: [{ queueId, waitSeconds: 20 }],
};

test('a name and one step are enough', () => {
  expect(faultsOf(complete)).toEqual({});
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ chain: [] }, 'chain'],
  [{ chain: [{ queueId: '', waitSeconds: 20 }] }, 'chain'],
  [{ allowedOrigins: ['https://example.org/page'] }, 'allowedOrigins'],
  [{ colour: 'green' }, 'colour'],
  [{ unansweredSeconds: '' }, 'unansweredSeconds'],
  [{ unansweredSeconds: 4 }, 'unansweredSeconds'],
  [{ texts: { ...complete.texts, title: 'x'.repeat(61) } }, 'texts.title'],
])('%j is told at %s, and nowhere else', (change, field) => {
  expect(Object.keys(faultsOf({ ...complete, ...change }))).toEqual([field]);
});

import { expect, test } from 'vitest';
import { draftOf, faultsOf, withOwnLanguage } from './library-draft.ts';

test('a new library begins in the reader’s language and time zone, with nothing entered', () => {
  const draft = draftOf(null, 'fr');
  expect(draft).toMatchObject({ name: '', code: '', languages: ['fr'], operatorsSee: 'queues' });
  expect([...faultsOf(draft)]).toEqual(['name', 'code']);
});

test.each([
  ['Northfield College', 'northfield', []],
  ['Northfield College', 'North Field', ['code']],
  ['  ', 'northfield', ['name']],
])('%j called %j: %j', (name, code, faults) => {
  expect([...faultsOf({ ...draftOf(null, 'en'), name, code })]).toEqual(faults);
});

test('another own language goes first, and the one before stays', () => {
  expect(withOwnLanguage(['en', 'es'], 'es')).toEqual(['es', 'en']);
  expect(withOwnLanguage(['en'], 'fr')).toEqual(['fr', 'en']);
});

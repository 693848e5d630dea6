import { expect, test } from 'vitest';
import { readAssignmentsSearch } from './assignments-search.ts';

test('what is understood is kept', () => {
  const search = { q: 'sadie', queue: 'law', library: 'an-id' };
  expect(readAssignmentsSearch(search)).toEqual(search);
});

test('a number is searched for like a word', () => {
  expect(readAssignmentsSearch({ q: 24 })).toEqual({ q: '24' });
});

test('what is blank or not understood is left out', () => {
  expect(readAssignmentsSearch({ q: ' ', queue: { a: 1 }, more: 'x' })).toEqual({});
});

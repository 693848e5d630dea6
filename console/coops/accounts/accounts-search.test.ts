import { expect, test } from 'vitest';
import { isNarrowed, readAccountsSearch } from './accounts-search.ts';

const institution = '019a0000-0000-7000-8000-000000000001';

test('what narrows the list is read from the address', () => {
  const search = { q: 'sadie', institution, level: 'regular' };
  expect(readAccountsSearch(search)).toEqual(search);
});

test('what is no level, no id or no filter counts as absent', () => {
  const search = { q: '', institution: 'northfield', level: 'emperor', colour: 'green' };
  expect(readAccountsSearch(search)).toEqual({});
});

test('a list is narrowed by any one of them', () => {
  expect(isNarrowed({})).toBe(false);
  expect(isNarrowed({ q: 'sadie' })).toBe(true);
  expect(isNarrowed({ institution })).toBe(true);
  expect(isNarrowed({ level: 'coopAdmin' })).toBe(true);
});

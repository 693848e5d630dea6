import { expect, test } from 'vitest';
import { isNarrowed, readUsersSearch, sortBy } from './users-search.ts';

test('what the list can be narrowed to is read from the address', () => {
  const search = { q: 'sadie', role: 'admin', state: 'no_email', sort: 'lastSignIn' };
  expect(readUsersSearch(search)).toEqual(search);
});

test.each([
  ['q', ''],
  ['q', 7],
  ['role', 'king'],
  ['state', 'asleep'],
  ['institution', 'northfield'],
  ['descending', 'yes'],
  ['colour', 'green'],
])('%s=%s is passed over', (name, value) => {
  expect(readUsersSearch({ role: 'operator', [name]: value })).toEqual(
    name === 'role' ? {} : { role: 'operator' },
  );
});

test('an order alone leaves nobody out', () => {
  expect(isNarrowed({ sort: 'displayName', descending: true })).toBe(false);
  expect(isNarrowed({ state: 'deleted' })).toBe(true);
});

test('a second click on a heading turns the order round, a third turns it back', () => {
  const once = sortBy({ q: 'x' }, 'displayName');
  expect(once).toEqual({ q: 'x', sort: 'displayName', descending: undefined });
  const twice = sortBy(once, 'displayName');
  expect(twice.descending).toBe(true);
  expect(sortBy(twice, 'displayName').descending).toBeUndefined();
});

test('another heading begins at its start', () => {
  const search = { sort: 'displayName', descending: true } as const;
  expect(sortBy(search, 'username')).toEqual({ sort: undefined, descending: undefined });
});

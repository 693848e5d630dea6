import { expect, test } from 'vitest';
import { readTicketsSearch, STATE_FILTERS, shownState } from './tickets-search.ts';

test.each(STATE_FILTERS)('the state %s can be asked for in the address', (state) => {
  expect(readTicketsSearch({ state })).toEqual({ state });
});

test('all of it can stand there together', () => {
  const search = { state: 'open', owner: 'me', q: 'maps', library: 'a', ticket: 'b' };
  expect(readTicketsSearch(search)).toEqual(search);
});

test('what there is not leaves the usual list', () => {
  expect(readTicketsSearch({ state: 'lost', owner: 'you', q: '', ticket: {} })).toEqual({});
});

test('a number that was searched for stays one', () => {
  expect(readTicketsSearch({ q: 12 })).toEqual({ q: '12' });
});

test.each([
  [{}, 'new'],
  [{ q: 'maps' }, 'all'],
  [{ q: 'maps', state: 'new' as const }, 'new'],
  [{ state: 'closed' as const }, 'closed'],
])('%j shows %s ones', (search, state) => {
  expect(shownState(search)).toBe(state);
});

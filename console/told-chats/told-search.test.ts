import { expect, test } from 'vitest';
import { clearNarrowing, countNarrowing, readToldSearch } from './told-search.ts';

const ID = '019a0000-0000-7000-8000-000000000001';

test('the address is read back as it was written', () => {
  const search = {
    q: 'renew a loan',
    period: 'week',
    queue: ID,
    rating: 3,
    state: 'answered',
    scope: 'mine',
  };
  expect(readToldSearch(search)).toEqual(search);
});

test('what is no filter, or no value of one, is left out', () => {
  expect(
    readToldSearch({ q: '', queue: 'reference', rating: 9, from: '03/02/2026', colour: 'red' }),
  ).toEqual({});
});

test('a number can be searched for', () => {
  expect(readToldSearch({ q: 1987 })).toEqual({ q: '1987' });
});

test('clearing keeps whose chats and when', () => {
  const search = { scope: 'mine', period: 'month', q: 'fee', rating: 1, library: ID } as const;
  expect(countNarrowing(search)).toBe(2);
  const cleared = clearNarrowing(search);
  expect(cleared).toMatchObject({ scope: 'mine', period: 'month' });
  expect(countNarrowing(cleared)).toBe(0);
  expect(cleared.q).toBeUndefined();
});

import { expect, test } from 'vitest';
import { FILTERS, readQuestionsSearch } from './questions-search.ts';

test.each(FILTERS)('the filter %s can be asked for in the address', (state) => {
  expect(readQuestionsSearch({ state })).toEqual({ state });
});

test('a filter that there is not leaves the usual one', () => {
  expect(readQuestionsSearch({ state: 'lost' })).toEqual({});
});

import { expect, test } from 'vitest';
import { readSignInSearch } from './sign-in-search.ts';

test('what is understood is kept', () => {
  expect(readSignInSearch({ to: '/widgets', why: 'ended' })).toEqual({
    to: '/widgets',
    why: 'ended',
  });
});

test('what is not understood is left out', () => {
  expect(readSignInSearch({ to: 7, why: 'bored', more: 'x' })).toEqual({});
});

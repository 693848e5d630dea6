import { expect, test } from 'vitest';
import { firstShown } from './first-shown.ts';

test.each([
  [0, 10, 0],
  [3, 10, 0],
  [4, 10, 1],
  [7, 10, 4],
  [9, 10, 4],
  [2, 4, 0],
  [0, 0, 0],
])('with item %i of %i active, six are shown from %i on', (active, count, first) => {
  expect(firstShown(active, 6, count)).toBe(first);
});

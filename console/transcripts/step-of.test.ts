import { expect, test } from 'vitest';
import { stepOf } from './step-of.ts';

test.each([
  ['j', false, true, 1],
  ['k', true, true, -1],
  ['j', true, false, 0],
  ['ArrowDown', true, false, 1],
  ['ArrowUp', true, true, -1],
  ['ArrowDown', false, true, 0],
  ['J', false, true, 0],
  ['Enter', true, true, 0],
] as const)('%s, on a row: %s, with letters: %s', (key, isOnRow, areLettersOn, step) => {
  expect(stepOf({ key, isOnRow, areLettersOn })).toBe(step);
});

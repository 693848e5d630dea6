import { expect, test } from 'vitest';
import { FROM_ANYWHERE, FROM_ONE_PLACE, waitAfter } from './slowness.ts';

test('who mistypes five times waits for nothing', () => {
  expect(waitAfter(1, FROM_ONE_PLACE)).toBe(0);
  expect(waitAfter(5, FROM_ONE_PLACE)).toBe(0);
});

test('from then on each wrong try doubles the wait, up to a quarter of an hour', () => {
  const waits = [6, 7, 8, 9, 14, 15, 1_000].map((tries) => waitAfter(tries, FROM_ONE_PLACE));
  expect(waits).toEqual([2, 4, 8, 16, 512, 900, 900]);
});

test('from anywhere, an account is guessed at once a minute at most', () => {
  expect(waitAfter(30, FROM_ANYWHERE)).toBe(0);
  expect(waitAfter(31, FROM_ANYWHERE)).toBe(1);
  expect(waitAfter(40, FROM_ANYWHERE)).toBe(60);
});

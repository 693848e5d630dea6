import { expect, test } from 'vitest';
import { isIdle } from './is-idle.ts';

const TOUCHED = Date.parse('2026-03-03T22:00:00Z');

test.each([
  [15, 14 * 60 + 59, false],
  [15, 15 * 60, true],
  [5, 6 * 60, true],
  [0, 24 * 3_600, false],
])('after %d minutes, with %d s since the last touch: %s', (minutes, seconds, idle) => {
  expect(isIdle(minutes, TOUCHED, TOUCHED + seconds * 1_000)).toBe(idle);
});

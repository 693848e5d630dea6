import { expect, test } from 'vitest';
import { retryAfter } from './task.ts';

test('tries soon, then more and more rarely, and never less than once an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map(retryAfter)).toEqual([15, 60, 240, 960, 3_600, 3_600, 3_600]);
});

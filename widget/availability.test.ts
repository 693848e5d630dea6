import { expect, test } from 'vitest';
import { pauseOf } from './availability.ts';

test.each([
  { name: 'about half a minute', failures: 0, least: 20, most: 40 },
  { name: 'twice that after a failure', failures: 1, least: 40, most: 80 },
  { name: 'minutes after many', failures: 20, least: 200, most: 400 },
])('the next look is in $name', ({ failures, least, most }) => {
  expect(pauseOf(failures, 0)).toBeCloseTo(least);
  expect(pauseOf(failures, 1)).toBeCloseTo(most);
});

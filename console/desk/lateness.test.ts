import { expect, it } from 'vitest';
import { clockOf, latenessOf } from './lateness.ts';

it.each([
  { seconds: 0, lateness: 'fresh', clock: '0:00' },
  { seconds: 29.9, lateness: 'fresh', clock: '0:29' },
  { seconds: 30, lateness: 'waiting', clock: '0:30' },
  { seconds: 59.9, lateness: 'waiting', clock: '0:59' },
  { seconds: 60, lateness: 'late', clock: '1:00' },
  { seconds: 3_723, lateness: 'late', clock: '1:02:03' },
  { seconds: -5, lateness: 'fresh', clock: '0:00' },
])('$seconds s are $lateness and read $clock', ({ seconds, lateness, clock }) => {
  expect(latenessOf(seconds)).toBe(lateness);
  expect(clockOf(seconds)).toBe(clock);
});

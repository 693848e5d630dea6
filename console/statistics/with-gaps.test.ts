import { expect, test } from 'vitest';
import { withGaps } from './with-gaps.ts';

const dates = (step: 'day' | 'month', ...given: string[]) =>
  withGaps(
    given.map((date) => ({ date })),
    step,
  ).map(({ date, item }) => (item === null ? `(${date})` : date));

test('days without a chat stand between those with one', () => {
  expect(dates('day', '2026-02-27', '2026-03-01')).toEqual([
    '2026-02-27',
    '(2026-02-28)',
    '2026-03-01',
  ]);
});

test('months likewise, over the end of a year', () => {
  expect(dates('month', '2025-11-01', '2026-02-01')).toEqual([
    '2025-11-01',
    '(2025-12-01)',
    '(2026-01-01)',
    '2026-02-01',
  ]);
});

test('of nothing comes nothing', () => {
  expect(dates('day')).toEqual([]);
});

import { expect, test } from 'vitest';
import { DAYS, HALF_HOURS, MONTHS, wholeOnes } from './spans.ts';

const at = (moment: string | null) => (moment === null ? null : new Date(moment));

test.each([
  [
    'half hours',
    HALF_HOURS,
    '2026-03-02T09:10:00Z',
    '2026-03-02T11:00:00Z',
    '2026-03-02T09:30:00Z',
    '2026-03-02T11:00:00Z',
  ],
  [
    'days',
    DAYS,
    '2026-03-02T00:00:00Z',
    '2026-03-04T05:00:00Z',
    '2026-03-02T00:00:00Z',
    '2026-03-04T00:00:00Z',
  ],
  [
    'months',
    MONTHS,
    '2025-11-15T00:00:00Z',
    '2026-02-28T23:59:59Z',
    '2025-12-01T00:00:00Z',
    '2026-02-01T00:00:00Z',
  ],
  ['months', MONTHS, null, '2026-02-28T00:00:00Z', null, '2026-02-01T00:00:00Z'],
  ['months', MONTHS, '2026-02-28T00:00:00Z', null, '2026-03-01T00:00:00Z', null],
  ['months', MONTHS, null, null, null, null],
])('the whole %s of a period', (_, length, from, to, begin, end) => {
  expect(wholeOnes({ from: at(from), to: at(to) }, length)).toEqual({
    from: at(begin),
    to: at(end),
  });
});

test('a period without a whole one has its end for it', () => {
  const to = new Date('2026-03-31T00:00:00Z');
  expect(wholeOnes({ from: new Date('2026-03-01T05:00:00Z'), to }, MONTHS)).toEqual({
    from: to,
    to,
  });
});

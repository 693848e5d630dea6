import { describe, expect, test } from 'vitest';
import { addDays, askedDays, daysOf, todayIn } from './days.ts';

describe('the days', () => {
  // A Sunday.
  const today = '2026-11-22';

  test.each([
    ['today', { from: '2026-11-22', to: '2026-11-22' }],
    ['week', { from: '2026-11-16', to: '2026-11-22' }],
    ['month', { from: '2026-11-01', to: '2026-11-22' }],
    ['days30', { from: '2026-10-24', to: '2026-11-22' }],
    ['all', {}],
  ] as const)('of %s are told by the calendar', (period, days) => {
    expect(daysOf({ period }, 'all', today)).toEqual(days);
  });

  test('a week begins on a Monday, also on one', () => {
    expect(daysOf({ period: 'week' }, 'all', '2026-11-23').from).toBe('2026-11-23');
  });

  test('that were typed count before a period', () => {
    expect(daysOf({ from: '2026-03-02', period: 'today' }, 'all', today)).toEqual({
      from: '2026-03-02',
      to: undefined,
    });
  });

  test('without a word are the usual ones of the page', () => {
    expect(daysOf({}, 'days30', today).from).toBe('2026-10-24');
  });
});

test('the last day is asked for whole', () => {
  expect(askedDays({ from: '2026-12-31', to: '2026-12-31' })).toEqual({
    from: '2026-12-31',
    to: '2027-01-01',
  });
  expect(askedDays({})).toEqual({ from: undefined, to: undefined });
});

test('days are counted over the ends of months, and over a change of the clock', () => {
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
});

test('today is another day elsewhere', () => {
  const now = new Date('2026-11-22T03:30:00Z');
  expect(todayIn('America/Los_Angeles', now)).toBe('2026-11-21');
  expect(todayIn('Europe/Paris', now)).toBe('2026-11-22');
});

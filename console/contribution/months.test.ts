import { expect, test } from 'vitest';
import { addMonths, askedMonths, monthsOf } from './months.ts';

const now = new Date('2026-03-31T22:00:00Z');

test('twelve months are shown where none are asked for', () => {
  expect(monthsOf({}, now)).toEqual({ from: '2025-04', to: '2026-03' });
});

test('months asked for the wrong way round are turned', () => {
  expect(monthsOf({ from: '2026-05', to: '2026-02' }, now)).toEqual({
    from: '2026-02',
    to: '2026-05',
  });
});

test('the last month is asked for whole', () => {
  expect(askedMonths({ from: '2025-12', to: '2025-12' })).toEqual({
    from: '2025-12-01T00:00:00Z',
    to: '2026-01-01T00:00:00Z',
  });
});

test('months are counted over years', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2025-11', 3)).toBe('2026-02');
});

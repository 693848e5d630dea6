import { expect, test } from 'vitest';
import { groupDays } from './group-days.ts';
import { weekdaysOf } from './weekdays.ts';

const day = { from: '09:00', to: '17:00' };
const evening = { from: '18:00', to: '22:00' };
const FROM_MONDAY = [1, 2, 3, 4, 5, 6, 0] as const;

test('days alike are told together, in the reader’s order', () => {
  const week = groupDays([[], [day], [day], [day], [day, evening], [day], []], FROM_MONDAY);
  expect(week).toEqual([
    { first: 1, last: 3, spans: [day] },
    { first: 4, last: 4, spans: [day, evening] },
    { first: 5, last: 5, spans: [day] },
    { first: 6, last: 0, spans: [] },
  ]);
});

test('the order in which spans were entered does not count', () => {
  const week = groupDays([[], [evening, day], [day, evening], [], [], [], []], FROM_MONDAY);
  expect(week[0]).toEqual({ first: 1, last: 2, spans: [day, evening] });
});

test('a week that is always the same is one group', () => {
  expect(groupDays([[], [], [], [], [], [], []], FROM_MONDAY)).toHaveLength(1);
});

test.each([
  ['en-US', 0],
  ['en', 0],
  ['fr', 1],
  ['fr-CA', 0],
  ['es', 1],
  ['es-MX', 0],
  ['en-GB', 1],
])('in %s a week begins on day %i', (locale, first) => {
  expect(weekdaysOf(locale)[0]).toBe(first);
});

import { expect, test } from 'vitest';
import type { Statistics } from '#protocol/statistics.ts';
import { hoursShown, weekGrid } from './week-grid.ts';

function hour(weekday: number, at: number, chats: number): Statistics['week'][number] {
  return {
    weekday,
    hour: at,
    chats,
    answered: chats,
    missed: 0,
    abandoned: 0,
    waitMean: chats === 0 ? null : 30,
    durationMean: null,
    messages: 0,
    referred: 0,
    rated: 0,
    pleasedShare: null,
    answeredElsewhere: 0,
    staffedHours: 2,
  };
}

const week = [hour(1, 9, 4), hour(0, 20, 1), hour(3, 12, 0)];

test('each hour is told beside the busiest one', () => {
  const at = weekGrid(week, 'chats');
  expect(at(1, 9)).toEqual({ value: 4, share: 1 });
  expect(at(0, 20)).toEqual({ value: 1, share: 0.25 });
  expect(at(2, 9)).toEqual({ value: 0, share: 0 });
});

test('a mean of no chats is no number, and a week of nothing no division by it', () => {
  expect(weekGrid(week, 'waitMean')(3, 12)).toEqual({ value: null, share: 0 });
  expect(weekGrid([hour(1, 9, 0)], 'chats')(1, 9)).toEqual({ value: 0, share: 0 });
});

test('hours before the first and after the last are left out', () => {
  expect(hoursShown(week)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  expect(hoursShown([])).toHaveLength(24);
});

test('a day of few hours is shown with those around them', () => {
  expect(hoursShown([hour(1, 0, 1)])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(hoursShown([hour(1, 22, 1)])).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]);
});

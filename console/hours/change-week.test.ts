import { describe, expect, test } from 'vitest';
import type { Hours } from '#protocol/hours.ts';
import { addSpan, copyDay, splitAtMidnight } from './change-week.ts';

const day = { from: '09:00', to: '17:00' };
const CLOSED: Hours['week'] = [[], [], [], [], [], [], []];

test('a day is copied to others, and only to those', () => {
  const monday: Hours['week'] = [[], [day], [], [], [], [], []];
  expect(copyDay(monday, 1, [2, 5])).toEqual([[], [day], [day], [], [], [day], []]);
});

test('a closed day is copied as closed', () => {
  const open: Hours['week'] = [[day], [day], [day], [day], [day], [day], []];
  expect(copyDay(open, 6, [0])[0]).toEqual([]);
});

test('hours are added: office hours, then the evening, then whatever one enters', () => {
  const office = addSpan([]);
  expect(office).toEqual([day]);
  const evening = addSpan(office);
  expect(evening).toEqual([day, { from: '18:00', to: '22:00' }]);
  expect(addSpan(evening)).toEqual([...evening, { from: '', to: '' }]);
});

describe('a span over midnight', () => {
  test('goes on at the beginning of the next day', () => {
    const week: Hours['week'] = [[], [], [], [], [], [{ from: '20:00', to: '02:00' }], [day]];
    const split = splitAtMidnight(week, 5, 0);
    expect(split[5]).toEqual([{ from: '20:00', to: '24:00' }]);
    expect(split[6]).toEqual([{ from: '00:00', to: '02:00' }, day]);
  });

  test('on a Saturday goes on upon the Sunday', () => {
    const week: Hours['week'] = [[], [], [], [], [], [], [{ from: '22:00', to: '01:30' }]];
    expect(splitAtMidnight(week, 6, 0)[0]).toEqual([{ from: '00:00', to: '01:30' }]);
  });

  test('that is not there changes nothing', () => {
    expect(splitAtMidnight(CLOSED, 3, 0)).toEqual(CLOSED);
  });
});

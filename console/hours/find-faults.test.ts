import { expect, test } from 'vitest';
import { type Hours, hours } from '#protocol/hours.ts';
import { findFaults } from './find-faults.ts';

const day = { from: '09:00', to: '17:00' };

test.each<[string, Partial<Hours>, [string, string][]]>([
  ['sound hours', { week: week([day, { from: '18:00', to: '24:00' }]) }, []],
  ['hours that touch', { week: week([day, { from: '17:00', to: '18:00' }]) }, []],
  [
    'a time that is missing',
    { week: week([{ from: '', to: '17:00' }]) },
    [['week.1.0.from', 'time']],
  ],
  [
    'an end before its beginning',
    { week: week([{ from: '20:00', to: '02:00' }]) },
    [['week.1.0.to', 'order']],
  ],
  [
    'an end at its beginning',
    { week: week([{ from: '09:00', to: '09:00' }]) },
    [['week.1.0.to', 'order']],
  ],
  [
    'hours that overlap, whichever comes first',
    { week: week([{ from: '16:00', to: '18:00' }, day]) },
    [['week.1', 'overlap']],
  ],
  [
    'a day without a date',
    { holidays: [{ date: '', name: '', spans: [] }] },
    [['holidays.0.date', 'date']],
  ],
  [
    'hours of a holiday',
    { holidays: [{ date: '2026-12-24', name: 'Eve', spans: [{ from: '09:00', to: '' }] }] },
    [['holidays.0.spans.0.to', 'time']],
  ],
])('%s', (_, part, faults) => {
  const entered: Hours = { timeZone: 'Europe/Paris', week: week([]), holidays: [], ...part };
  expect([...findFaults(entered)]).toEqual(faults);
  // What has no fault here is let in there, and the other way round.
  expect(hours.safeParse(entered).success).toBe(faults.length === 0);
});

test('a date that stands there twice', () => {
  const eve = { date: '2026-12-24', name: 'Eve', spans: [] };
  const entered: Hours = { timeZone: 'UTC', week: week([]), holidays: [eve, eve] };
  expect([...findFaults(entered)]).toEqual([['holidays.1.date', 'twice']]);
});

function week(monday: Hours['week'][1]): Hours['week'] {
  return [[], monday, [], [], [], [], []];
}

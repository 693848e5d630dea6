import { describe, expect, test } from 'vitest';
import type { Hours, Span } from '#protocol/hours.ts';
import { isOpen, nextChange } from './opening-hours.ts';

const NINE_TO_FIVE: Span[] = [{ from: '09:00', to: '17:00' }];
const ALL_DAY: Span[] = [{ from: '00:00', to: '24:00' }];

function everyDay(timeZone: string, spans: Span[], holidays: Hours['holidays'] = []): Hours {
  return { timeZone, week: [spans, spans, spans, spans, spans, spans, spans], holidays };
}

const paris = everyDay('Europe/Paris', NINE_TO_FIVE);
const weekdays: Hours = {
  timeZone: 'America/New_York',
  week: [[], NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, []],
  holidays: [
    { date: '2026-12-24', name: 'Christmas Eve', spans: [{ from: '09:00', to: '12:00' }] },
    { date: '2026-12-25', name: 'Christmas', spans: [] },
    { date: '2026-12-27', name: 'Sunday opening', spans: [{ from: '13:00', to: '15:00' }] },
  ],
};
const nights = everyDay('America/New_York', [
  { from: '00:00', to: '06:00' },
  { from: '22:00', to: '24:00' },
]);
const inTheGap = everyDay('America/New_York', [{ from: '02:30', to: '03:30' }]);
const inTheRepeat = everyDay('America/New_York', [{ from: '01:30', to: '04:00' }]);

describe('isOpen', () => {
  test.each<[string, Hours | null, string, boolean]>([
    ['no hours are always open', null, '2026-03-02T03:00:00Z', true],
    ['the first minute is open', paris, '2026-03-02T08:00:00Z', true],
    ['the millisecond before is not', paris, '2026-03-02T07:59:59.999Z', false],
    ['the last millisecond is open', paris, '2026-03-02T15:59:59.999Z', true],
    ['the end is closed', paris, '2026-03-02T16:00:00Z', false],
    ['summer opens an hour earlier in UTC', paris, '2026-07-01T07:00:00Z', true],
    ['winter does not', paris, '2026-01-15T07:00:00Z', false],
    [
      'the weekday is the library’s: Sunday evening in UTC',
      everyDay('Asia/Tokyo', NINE_TO_FIVE),
      '2026-03-01T23:59:00Z',
      false,
    ],
    [
      'and Monday morning in Tokyo',
      everyDay('Asia/Tokyo', NINE_TO_FIVE),
      '2026-03-02T00:00:00Z',
      true,
    ],
    ['a zone of half hours', everyDay('Asia/Kolkata', NINE_TO_FIVE), '2026-03-02T03:30:00Z', true],
    ['and a minute before', everyDay('Asia/Kolkata', NINE_TO_FIVE), '2026-03-02T03:29:00Z', false],
    [
      'a zone of quarter hours',
      everyDay('Asia/Kathmandu', NINE_TO_FIVE),
      '2026-03-02T03:15:00Z',
      true,
    ],
    ['closed on Sunday', weekdays, '2026-03-01T15:00:00Z', false],
    ['open on Monday', weekdays, '2026-03-02T15:00:00Z', true],
    ['a holiday is closed', weekdays, '2026-12-25T15:00:00Z', false],
    ['a short day is open until noon', weekdays, '2026-12-24T16:59:00Z', true],
    ['and closed from noon', weekdays, '2026-12-24T17:00:00Z', false],
    ['a Sunday may be opened', weekdays, '2026-12-27T18:30:00Z', true],
    ['the evening before midnight', nights, '2026-03-03T04:59:59Z', true],
    ['midnight itself', nights, '2026-03-03T05:00:00Z', true],
    ['the morning’s end', nights, '2026-03-03T11:00:00Z', false],
    ['day and night, at any midnight', everyDay('UTC', ALL_DAY), '2026-03-03T00:00:00Z', true],
    ['never', everyDay('UTC', []), '2026-03-03T12:00:00Z', false],
    ['before the gap of spring', inTheGap, '2026-03-08T06:59:59Z', false],
    ['the first that the wall shows after the gap', inTheGap, '2026-03-08T07:00:00Z', true],
    ['until half past three', inTheGap, '2026-03-08T07:30:00Z', false],
    ['half past one, the first time', inTheRepeat, '2026-11-01T05:30:00Z', true],
    ['one o’clock, the second time', inTheRepeat, '2026-11-01T06:00:00Z', false],
    ['half past one, the second time', inTheRepeat, '2026-11-01T06:30:00Z', true],
    [
      'the southern summer',
      everyDay('Australia/Lord_Howe', NINE_TO_FIVE),
      '2026-01-15T22:00:00Z',
      true,
    ],
    [
      'and winter, half an hour later',
      everyDay('Australia/Lord_Howe', NINE_TO_FIVE),
      '2026-07-15T22:00:00Z',
      false,
    ],
  ])('%s', (_, hours, instant, open) => {
    expect(isOpen(hours, new Date(instant))).toBe(open);
  });
});

describe('nextChange', () => {
  test.each<[string, Hours | null, string, string | null]>([
    ['no hours never change', null, '2026-03-02T03:00:00Z', null],
    ['day and night never changes', everyDay('UTC', ALL_DAY), '2026-03-03T00:00:00Z', null],
    ['never open never changes', everyDay('UTC', []), '2026-03-03T00:00:00Z', null],
    ['it opens', paris, '2026-03-02T03:00:00Z', '2026-03-02T08:00:00.000Z'],
    ['it closes', paris, '2026-03-02T08:00:00Z', '2026-03-02T16:00:00.000Z'],
    ['it opens the next day', paris, '2026-03-02T16:00:00Z', '2026-03-03T08:00:00.000Z'],
    ['over the weekend', weekdays, '2026-03-06T22:00:00Z', '2026-03-09T13:00:00.000Z'],
    [
      'midnight between two spans is no change',
      nights,
      '2026-03-03T04:00:00Z',
      '2026-03-03T11:00:00.000Z',
    ],
    ['a short day', weekdays, '2026-12-24T15:00:00Z', '2026-12-24T17:00:00.000Z'],
    [
      'past a holiday, to a Sunday opening',
      weekdays,
      '2026-12-24T18:00:00Z',
      '2026-12-27T18:00:00.000Z',
    ],
    [
      'a holiday begins at midnight',
      everyDay('UTC', ALL_DAY, [{ date: '2026-05-01', name: 'May', spans: [] }]),
      '2026-04-30T12:00:00Z',
      '2026-05-01T00:00:00.000Z',
    ],
    [
      'and ends at midnight',
      everyDay('UTC', ALL_DAY, [{ date: '2026-05-01', name: 'May', spans: [] }]),
      '2026-05-01T12:00:00Z',
      '2026-05-02T00:00:00.000Z',
    ],
    ['it opens where the gap ends', inTheGap, '2026-03-08T05:00:00Z', '2026-03-08T07:00:00.000Z'],
    [
      'on the day before the gap as ever',
      inTheGap,
      '2026-03-07T05:00:00Z',
      '2026-03-07T07:30:00.000Z',
    ],
    [
      'it closes when the clock is set back',
      inTheRepeat,
      '2026-11-01T05:45:00Z',
      '2026-11-01T06:00:00.000Z',
    ],
    ['and opens again', inTheRepeat, '2026-11-01T06:10:00Z', '2026-11-01T06:30:00.000Z'],
    [
      'nine to five closes at five on the day of the change',
      everyDay('America/New_York', NINE_TO_FIVE),
      '2026-11-01T15:00:00Z',
      '2026-11-01T22:00:00.000Z',
    ],
  ])('%s', (_, hours, instant, change) => {
    expect(nextChange(hours, new Date(instant))?.toISOString() ?? null).toBe(change);
  });

  test('is always a change, and the first, at every hour of two years in zones of all kinds', () => {
    for (const timeZone of ['Europe/Paris', 'America/St_Johns', 'Africa/Cairo', 'Pacific/Apia']) {
      const hours = { ...nights, timeZone };
      let at = new Date('2026-01-01T00:10:00Z');
      while (at < new Date('2027-12-31T00:00:00Z')) {
        const next = nextChange(hours, at);
        if (!next) throw new Error(`No change after ${at.toISOString()}`);
        expect(isOpen(hours, next)).toBe(!isOpen(hours, at));
        expect(isOpen(hours, new Date(next.getTime() - 1))).toBe(isOpen(hours, at));
        at = next;
      }
    }
  });
});

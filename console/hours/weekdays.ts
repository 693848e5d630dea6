import type { Hours } from '#protocol/hours.ts';

/** As `Date.getUTCDay` counts: Sunday is 0. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const FROM_MONDAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];
const FROM_SUNDAY: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
/** A Sunday, to name the others from. */
const SUNDAY = Date.UTC(2023, 0, 1);
const DAY_MILLISECONDS = 86_400_000;

/** Where a week begins on a Sunday, as in the Americas' English; elsewhere it begins on a Monday. */
const SUNDAY_FIRST = new Set(['US', 'CA', 'MX', 'PH', 'ZA']);

/** The days of a week in the reader's order. */
export function weekdaysOf(locale: string): readonly Weekday[] {
  const { region } = new Intl.Locale(locale).maximize();
  return region !== undefined && SUNDAY_FIRST.has(region) ? FROM_SUNDAY : FROM_MONDAY;
}

export function nameWeekday(day: Weekday, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return name.format(SUNDAY + day * DAY_MILLISECONDS);
}

export function nextDay(day: Weekday): Weekday {
  return FROM_SUNDAY[(day + 1) % 7] ?? 0;
}

type Week = Hours['week'];

/** The week with another of its days. */
export function withDay(week: Week, day: Weekday, spans: Week[Weekday]): Week {
  const changed: Week = [...week];
  changed[day] = spans;
  return changed;
}

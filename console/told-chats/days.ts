import type { PeriodName, ToldSearch } from './told-search.ts';

/** Days as `2026-11-03`, both included; absent: without end on that side. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The days that the address asks for. `usual`: where it asks for none; `today` as `2026-11-03`. */
export function daysOf(
  { from, to, period }: Pick<ToldSearch, 'from' | 'to' | 'period'>,
  usual: PeriodName,
  today: string,
): Days {
  if (from !== undefined || to !== undefined) return { from, to };
  switch (period ?? usual) {
    case 'today':
      return { from: today, to: today };
    // From Monday on, as ISO 8601 counts.
    case 'week':
      return { from: addDays(today, -((weekdayOf(today) + 6) % 7)), to: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'days30':
      return { from: addDays(today, -29), to: today };
    case 'all':
      return {};
  }
}

/** As the server is asked: `to` is the day after the last. */
export function askedDays({ from, to }: Days): Days {
  return { from, to: to === undefined ? undefined : addDays(to, 1) };
}

/** `2026-11-03` and so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The day that it is now in a time zone, as `2026-11-03`. */
export function todayIn(timeZone: string, now: Date): string {
  // Sweden writes its dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

import type { Hours } from '#protocol/hours.ts';

/** The same hours on every day of the week, by the clock of a time zone. */
export function everyDay(timeZone: string, from: string, to: string): Hours {
  const spans = [{ from, to }];
  return { timeZone, week: [spans, spans, spans, spans, spans, spans, spans], holidays: [] };
}

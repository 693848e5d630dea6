import type { Statistics } from '#protocol/statistics.ts';
import type { ShownMeasure } from './measure-words.ts';

export type WeekMeasure = ShownMeasure | 'staffedHours';

export interface WeekCell {
  readonly value: number | null;
  /** Of the highest of all cells, from 0 to 1. */
  readonly share: number;
}

/** Monday first, as weeks are told elsewhere on the page; 0 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** A measure by weekday and hour. An hour with no chat has none of what is told of chats: a mean of nothing is no number. */
export function weekGrid(
  week: Statistics['week'],
  measure: WeekMeasure,
): (weekday: number, hour: number) => WeekCell {
  const values = new Map(
    week.map((hour) => [`${hour.weekday} ${hour.hour}`, hour[measure]] as const),
  );
  const highest = Math.max(0, ...[...values.values()].map((value) => value ?? 0));
  return (weekday, hour) => {
    const value = values.get(`${weekday} ${hour}`) ?? null;
    return { value, share: value === null || highest === 0 ? 0 : value / highest };
  };
}

/** From the first hour of any day in which something was to the last: nights that are closed are left out. */
export function hoursShown(week: Statistics['week']): readonly number[] {
  const hours = week.map(({ hour }) => hour);
  if (hours.length === 0) return HOURS;
  return HOURS.slice(Math.min(...hours), Math.max(...hours) + 1);
}

import type { Statistics } from '#protocol/statistics.ts';
import { type ShownMeasure, unitOf } from './measure-words.ts';

export type WeekMeasure = ShownMeasure | 'staffedHours';

export interface WeekCell {
  readonly value: number | null;
  /** Of the highest of all cells, from 0 to 1. */
  readonly share: number;
}

/** Monday first, as weeks are told elsewhere on the page; 0 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** Fewer hours side by side look like no day. */
const LEAST_HOURS = 12;

/** A measure by weekday and hour. An hour with no chat counts none, but has no mean and no share: of nothing, there is no such number. */
export function weekGrid(
  week: Statistics['week'],
  measure: WeekMeasure,
): (weekday: number, hour: number) => WeekCell {
  const values = new Map(
    week.map((hour) => [`${hour.weekday} ${hour.hour}`, hour[measure]] as const),
  );
  const none = unitOf(measure) === 'count' ? 0 : null;
  const highest = Math.max(0, ...[...values.values()].map((value) => value ?? 0));
  return (weekday, hour) => {
    const value = values.get(`${weekday} ${hour}`) ?? none;
    return { value, share: value === null || highest === 0 ? 0 : value / highest };
  };
}

/** From the first hour of any day in which something was to the last: nights that are closed are left out. */
export function hoursShown(week: Statistics['week']): readonly number[] {
  const hours = week.map(({ hour }) => hour);
  if (hours.length === 0) return HOURS;
  const end = Math.max(Math.max(...hours) + 1, LEAST_HOURS);
  return HOURS.slice(Math.min(...hours, end - LEAST_HOURS), end);
}

import type { Hours, Span } from '#protocol/hours.ts';
import type { Weekday } from './weekdays.ts';

/** Days that follow each other and are alike. */
export interface DayGroup {
  readonly first: Weekday;
  readonly last: Weekday;
  /** In order; none: closed. */
  readonly spans: readonly Span[];
}

/** A week as one would say it: Monday to Thursday so, Friday so. */
export function groupDays(week: Hours['week'], order: readonly Weekday[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const day of order) {
    const spans = week[day].toSorted((one, other) => (one.from < other.from ? -1 : 1));
    const before = groups.at(-1);
    const isLikeBefore = before !== undefined && isAlike(before.spans, spans);
    if (isLikeBefore) groups.splice(-1, 1, { ...before, last: day });
    else groups.push({ first: day, last: day, spans });
  }
  return groups;
}

function isAlike(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to }, n) => from === other[n]?.from && to === other[n]?.to)
  );
}

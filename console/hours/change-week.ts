import type { Hours, Span } from '#protocol/hours.ts';
import { nextDay, type Weekday, withDay } from './weekdays.ts';

type Week = Hours['week'];

const OFFICE_HOURS: Span = { from: '09:00', to: '17:00' };

/** One day's hours for others too. */
export function copyDay(week: Week, from: Weekday, to: readonly Weekday[]): Week {
  return to.reduce((changed, day) => withDay(changed, day, [...week[from]]), week);
}

/** What a day gets by “Add hours”: office hours first, then the evening; times of their own to whoever has both. */
export function addSpan(spans: readonly Span[]): Span[] {
  const last = spans.at(-1);
  if (!last) return [OFFICE_HOURS];
  if (last.to <= '18:00' && last.to !== '') return [...spans, { from: '18:00', to: '22:00' }];
  return [...spans, { from: '', to: '' }];
}

/** A span over midnight becomes two, as the protocol has it: until midnight, and the rest on the day after. */
export function splitAtMidnight(week: Week, day: Weekday, position: number): Week {
  const over = week[day][position];
  if (!over) return week;
  const evening = week[day].map((span, n) =>
    n === position ? { from: span.from, to: '24:00' } : span,
  );
  const split = withDay(week, day, evening);
  // Until midnight sharp nothing is left for the day after.
  if (over.to === '00:00') return split;
  const next = nextDay(day);
  return withDay(split, next, [{ from: '00:00', to: over.to }, ...split[next]]);
}

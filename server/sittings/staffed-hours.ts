import type { SittingShape } from './store.ts';

/** Hours of a week. */
const WEEK = 168;

/**
 * Hours that people sat at the desk, by hour of the week (0 is Sunday from midnight to one).
 * Of sittings that begin and end in the same hours, each whole hour between counts for all.
 */
export function staffedHours(shapes: readonly SittingShape[]): number[] {
  const seconds = new Array<number>(WEEK).fill(0);
  const add = (hour: number, more: number) => {
    const at = ((hour % WEEK) + WEEK) % WEEK;
    seconds[at] = (seconds[at] ?? 0) + more;
  };
  for (const { hour, span, sittings, headSeconds, tailSeconds } of shapes) {
    for (let past = 0; past < span; past += 1) add(hour + past, sittings * 3_600);
    add(hour, -headSeconds);
    add(hour + span, tailSeconds);
  }
  return seconds.map((sum) => sum / 3_600);
}

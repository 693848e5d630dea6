/**
 * Waits and durations of very many chats are counted by steps, from which a median is read: seconds at
 * which the next step begins. The columns of `statistics_days` go by their number: to change them, all
 * has to be counted again.
 */
export const BOUNDS = [
  5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1_200, 1_800, 2_700, 3_600,
  7_200,
] as const;

/** Numbers of the steps: one more than bounds. */
export const STEPS = Array.from({ length: BOUNDS.length + 1 }, (_, step) => step);

/**
 * The median in seconds, as if those within a step lay evenly in it; the last step has no end, so there
 * it is its beginning. Null of nothing.
 */
export function medianOf(counts: readonly number[]): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let below = 0;
  for (const step of STEPS) {
    const count = counts[step] ?? 0;
    if (count > 0 && below + count >= all / 2) {
      const begin = BOUNDS[step - 1] ?? 0;
      const end = BOUNDS[step] ?? begin;
      return begin + ((end - begin) * (all / 2 - below)) / count;
    }
    below += count;
  }
  return null;
}

import type { CloseMeaning } from './close-meaning.ts';

/** Milliseconds. The first try is nearly at once; the spread keeps a whole consortium from returning in one moment. */
const FIRST = 250;
const STEP = 1_000;
const LONGEST = 15_000;
const OVERRUN = 5_000;

/**
 * Milliseconds before the next try. `failures`: tries in a row that did not last, 0 after a
 * connection that did. `random`: from 0 to below 1.
 */
export function pauseBefore(failures: number, meaning: CloseMeaning, random: number): number {
  if (meaning === 'later') {
    return OVERRUN + random * OVERRUN;
  }
  if (failures === 0) {
    return random * FIRST;
  }
  const ceiling = Math.min(LONGEST, STEP * 2 ** (failures - 1));
  return ceiling / 2 + (random * ceiling) / 2;
}

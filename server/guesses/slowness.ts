/** How guessing becomes slower. Counts are wrong tries in a row. */
export interface Slowness {
  /** So many wrong tries cost nothing: everybody mistypes, and Caps Lock is on. */
  readonly free: number;
  /** Seconds of the first wait; each wrong try doubles it. */
  readonly first: number;
  /** Seconds of the longest wait. */
  readonly longest: number;
}

/** Of one person from one place: 15 minutes a guess, in the end. */
export const FROM_ONE_PLACE: Slowness = { free: 5, first: 2, longest: 900 };

/** Of one person from all unknown places together: a guess a minute, however many machines ask. */
export const FROM_ANYWHERE: Slowness = { free: 30, first: 1, longest: 60 };

/** After so long without a try, all is forgotten. */
export const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** Seconds to wait after so many wrong tries. */
export function waitAfter(wrongTries: number, { free, first, longest }: Slowness): number {
  if (wrongTries <= free) return 0;
  return Math.min(first * 2 ** (wrongTries - free - 1), longest);
}

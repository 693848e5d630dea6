import type { DatabaseClock } from '../server/platform/database/database-clock.ts';

/** A clock that stands still until a test moves it. */
export interface DrivenClock extends DatabaseClock {
  /** Milliseconds that never run backwards. */
  ticks(): number;
  /** Time passes, everywhere alike. */
  advance(seconds: number): void;
  /** Somebody sets the database's clock; this one learns of it at its next resync. */
  jump(seconds: number): void;
}

const OPENING_HOUR = Date.parse('2026-03-02T09:00:00Z');
/** As in production: a smaller difference is noise. */
const STEP_MS = 1_000;

export function drivenClock(): DrivenClock {
  let passed = 0;
  let offset = 0;
  let unnoticed = 0;
  return {
    now: () => new Date(OPENING_HOUR + passed + offset),
    ticks: () => passed,
    advance(seconds) {
      passed += seconds * 1_000;
    },
    jump(seconds) {
      unnoticed += seconds * 1_000;
    },
    async resync() {
      const moved = unnoticed;
      if (Math.abs(moved) < STEP_MS) return 0;
      unnoticed = 0;
      offset += moved;
      return moved;
    },
  };
}

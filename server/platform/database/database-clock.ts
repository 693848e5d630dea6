import type pg from 'pg';
import type { Clock } from '../clock.ts';

export interface DatabaseClock extends Clock {
  /**
   * Asks the database for the time again. Answers by how many milliseconds the clock was moved;
   * a difference below STEP_MS is noise of the question and moves nothing.
   */
  resync(): Promise<number>;
}

const STEP_MS = 1_000;

/**
 * The time of the database, which all processes share, carried on by this process's monotonic
 * clock: a machine whose wall clock jumps does not end the lease of every operator.
 */
export async function databaseClock(pool: pg.Pool): Promise<DatabaseClock> {
  let offset = await readOffset(pool);
  return {
    now: () => new Date(offset + performance.now()),
    async resync() {
      const moved = (await readOffset(pool)) - offset;
      if (Math.abs(moved) < STEP_MS) return 0;
      offset += moved;
      return moved;
    },
  };
}

/** Database's time minus monotonic time, in milliseconds. */
async function readOffset(pool: pg.Pool): Promise<number> {
  const asked = performance.now();
  const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now');
  const answered = performance.now();
  const now = rows[0]?.now;
  if (!now) throw new Error('The database did not tell the time');
  return now.getTime() - (asked + answered) / 2;
}

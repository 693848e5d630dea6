import type { z } from 'zod';

/** A kind of work that outlives the request that caused it. */
export interface Task<Payload> {
  /** Stored with each job: a name that was released stays. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** After so many minutes nobody needs it any more, done or not. */
  readonly goodForMinutes: number;
}

const FIRST_RETRY_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 3_600;

/** Seconds until the next try, after so many that failed. */
export function retryAfter(attempts: number): number {
  return Math.min(FIRST_RETRY_SECONDS * 4 ** (attempts - 1), LONGEST_RETRY_SECONDS);
}

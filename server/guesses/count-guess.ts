import type { Clock } from '../platform/clock.ts';
import type { Database, Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { hashSecret } from '../platform/secrets.ts';
import { FORGOTTEN_AFTER_MS, type Slowness, waitAfter } from './slowness.ts';
import { deleteCount, lockCount, saveCount, takeBack } from './store.ts';

/** What a wrong try counts towards. */
export interface Tally {
  /** Whose secret is guessed, and from where; stored as a hash. */
  readonly key: string;
  readonly slowness: Slowness;
  /** Whether the right answer wipes the slate clean, or only takes this try back. */
  readonly endsWhenRight: boolean;
}

/** A try that was let through and counts as wrong until it is told otherwise. */
export interface Guess {
  /** It was right. */
  right(): Promise<void>;
  /** It was neither: nothing was asked that could be wrong. */
  takeBack(): Promise<void>;
}

/**
 * Lets one try through, or none while a wait runs. Counted before it is judged, so that a thousand
 * tries at the same moment are not a thousand free ones. In PostgreSQL, which all processes share.
 *
 * @throws too_many_requests with `Retry-After`; the try was not judged then and counts nowhere
 */
export async function countGuess(
  { database, clock }: { database: Database; clock: Clock },
  tallies: readonly Tally[],
): Promise<Guess> {
  const now = clock.now();
  await database.sql.transaction().execute(async (sql) => {
    for (const tally of tallies) await countTry(sql, tally, now);
  });
  const { sql } = database;
  return {
    async right() {
      for (const { key, endsWhenRight } of tallies) {
        if (endsWhenRight) await deleteCount(sql, hashSecret(key));
        else await takeBack(sql, hashSecret(key), now);
      }
    },
    async takeBack() {
      for (const { key } of tallies) await takeBack(sql, hashSecret(key), now);
    },
  };
}

/** Judges a guess; what fails before it is judged was none, and does not count. */
export async function judged<Verdict>(
  guess: Guess,
  judge: () => Promise<Verdict>,
): Promise<Verdict> {
  try {
    return await judge();
  } catch (error) {
    await guess.takeBack();
    throw error;
  }
}

async function countTry(sql: Queries, { key, slowness }: Tally, now: Date): Promise<void> {
  const hash = hashSecret(key);
  const { count: before, lastAt, nextAt } = await lockCount(sql, hash, now);
  const wait = Math.ceil((nextAt.getTime() - now.getTime()) / 1_000);
  if (wait > 0) {
    throw problem(
      'too_many_requests',
      `Too many wrong tries. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
      undefined,
      { 'retry-after': String(wait) },
    );
  }
  const isForgotten = now.getTime() - lastAt.getTime() >= FORGOTTEN_AFTER_MS;
  const count = (isForgotten ? 0 : before) + 1;
  const next = new Date(now.getTime() + waitAfter(count, slowness) * 1_000);
  await saveCount(sql, hash, { count, lastAt: now, nextAt: next });
}

import { setTimeout } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import { type Database, isDatabaseBusy, type Queries } from './database/index.ts';
import type { Parts } from './parts.ts';
import { type ProblemError, problem } from './problem.ts';

/**
 * What is read for long is read with: one connection, so that a reader holds no more. One statement after
 * the other: of several at once, the others would run on when one fails, and with nobody there.
 */
export interface Reading {
  readonly sql: Queries;
  readonly clock: Clock;
}

export interface ReadingParts extends Parts {
  /** Connections for lists, searches and figures: whatever they hold, those of the desk stay free. */
  readonly reading: Database;
}

/** Seconds. Long enough for what others read at the moment to be over. */
const TRY_AGAIN_AFTER = '5';
const CANCEL_AGAIN_MS = 250;

/**
 * Reads what may take seconds, on one of the few connections for that. `signal` says that nobody waits
 * for it any more: then its statement ends.
 *
 * @throws unavailable when no connection becomes free in time, too_long when a statement takes its time
 */
export async function readLong<Told>(
  { reading, database, clock }: ReadingParts,
  signal: AbortSignal,
  read: (reading: Reading) => Promise<Told>,
): Promise<Told> {
  try {
    return await reading.sql.connection().execute(async (sql) => {
      const stopListening = await cancelWhenGone(signal, sql, database);
      try {
        return await read({ sql, clock });
      } finally {
        await stopListening();
      }
    });
  } catch (error) {
    throw problemOf(error, signal) ?? error;
  }
}

/** Answers how to stop: a cancelling that has begun is waited for, or it would hit the next reader's statement. */
async function cancelWhenGone(
  signal: AbortSignal,
  sql: Queries,
  database: Database,
): Promise<() => Promise<void>> {
  const { pid } = await sql
    .selectNoFrom((eb) => eb.fn<number>('pg_backend_pid').as('pid'))
    .executeTakeFirstOrThrow();
  // Whoever waited for a connection may have gone meanwhile.
  if (signal.aborted) throw goneAway();
  const over = new AbortController();
  let cancelling: Promise<void> | undefined;
  const cancel = () => {
    cancelling = cancelUntil(over.signal, pid, database);
  };
  signal.addEventListener('abort', cancel, { once: true });
  return async () => {
    signal.removeEventListener('abort', cancel);
    over.abort();
    await cancelling;
  };
}

/** Again and again: between two statements there is nothing to cancel. */
async function cancelUntil(over: AbortSignal, pid: number, { pool }: Database): Promise<void> {
  while (!over.aborted) {
    // In vain, the statement ends when its time is over.
    await pool.query('select pg_cancel_backend($1)', [pid]).catch(() => undefined);
    await setTimeout(CANCEL_AGAIN_MS, undefined, { signal: over }).catch(() => undefined);
  }
}

function problemOf(error: unknown, signal: AbortSignal): ProblemError | undefined {
  if (signal.aborted) return goneAway();
  if (isDatabaseBusy(error))
    return later(
      'too_long',
      'This took too long to read and was given up. Choose a shorter period or narrow it down, or try again in a few seconds.',
    );
  if (isNoneFree(error))
    return later(
      'unavailable',
      'Too many others read long lists and statistics at the moment. Try again in a few seconds.',
    );
  return undefined;
}

/** `pg` says it in words alone. That the database is away, whoever asks was told before: at the door. */
function isNoneFree(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

function later(code: 'unavailable' | 'too_long', detail: string): ProblemError {
  return problem(code, detail, undefined, { 'retry-after': TRY_AGAIN_AFTER });
}

/** For the log alone: nobody is there to read it. */
function goneAway(): ProblemError {
  return later('unavailable', 'Whoever asked for this went away.');
}

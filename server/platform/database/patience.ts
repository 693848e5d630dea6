import type pg from 'pg';

/**
 * How long one request may hold others up, in milliseconds: whoever waits for a lock holds a connection
 * meanwhile, and when all are held, every library waits.
 */
export interface Patience {
  /** Of a request for a connection, while others hold them all. */
  readonly wait: number;
  /** Of a statement for a lock. */
  readonly lock: number;
  /** Of everybody else for a statement. */
  readonly statement: number;
  /** Between two statements of a transaction. */
  readonly idle: number;
}

/** For requests of people, and what is done on time's behalf. */
export const SERVING: Patience = { wait: 10_000, lock: 3_000, statement: 30_000, idle: 30_000 };
/** For files of accounts, which have connections of their own: a file is not given up for a short wait. */
export const IMPORTING: Patience = {
  wait: 10_000,
  lock: 15_000,
  statement: 60_000,
  idle: 30_000,
};
/** For lists, searches and figures, which too have connections of their own. */
export const READING: Patience = { wait: 10_000, lock: 3_000, statement: 15_000, idle: 30_000 };

/** For every connection anew. By a statement, since poolers between refuse such start-up parameters. */
export async function setPatience(
  client: pg.ClientBase,
  { lock, statement, idle }: Omit<Patience, 'wait'>,
): Promise<void> {
  await client.query(
    `select
       set_config('lock_timeout', $1, false),
       set_config('statement_timeout', $2, false),
       set_config('idle_in_transaction_session_timeout', $3, false)`,
    [String(lock), String(statement), String(idle)],
  );
}

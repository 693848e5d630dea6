/**
 * `lock_not_available`: another transaction held it for too long. `query_canceled`: the statement took
 * too long. `idle_in_transaction_session_timeout`: nobody went on with the transaction.
 */
const BUSY_STATES = new Set(['55P03', '57014', '25P03']);

/** Whether a statement was given up so that it holds nobody else up: nothing was changed, and later it may work. */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof Error && BUSY_STATES.has((error as NodeJS.ErrnoException).code ?? '');
}

/** Class 08: connection; 53: out of room; 57P: stopping, crashed, starting; 58: the machine under it. */
const AWAY_STATES = /^(08...|53...|57P..|58...)$/;
const AWAY_ERRNOS = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);
/** `pg` says these in words alone. */
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error of a query says that the database is not to be had at the moment, rather than that the query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined) return AWAY_WORDS.test(error.message);
  if (syscall !== undefined) return isOfSocket(syscall) && AWAY_ERRNOS.has(code);
  return AWAY_STATES.test(code);
}

/** A file that is missing is no database that is missing. */
function isOfSocket(syscall: string): boolean {
  return ['connect', 'read', 'write'].includes(syscall);
}

import type { FieldError, ProblemError } from '../platform/problem.ts';
import { problem } from '../platform/problem.ts';

/** PostgreSQL's unique_violation. */
const UNIQUE_VIOLATION = '23505';

/**
 * Words the database's refusal of a username that somebody has, or had until lately: a look
 * beforehand would miss who takes it in the same moment.
 *
 * @throws conflict with the field, or the error itself when it is about something else
 */
export function tellTakenUsername(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== UNIQUE_VIOLATION || constraint !== 'accounts_username_key') throw error;
  const message = 'is taken; deleted accounts keep theirs for 30 days';
  throw problem('conflict', `username ${message}.`, [{ path: 'username', message }]);
}

export function breaksRule(path: string, message: string): ProblemError {
  const errors: FieldError[] = [{ path, message }];
  return problem('breaks_rule', `${path} ${message}.`, errors);
}

/** For what is not there and for what the caller can't see alike. */
export function noSuchAccount(): ProblemError {
  return problem('not_found', 'There is no such account.');
}

import { problem } from '../platform/problem.ts';

/** Unique constraints that a person can run into, and the field that each is about. */
const FIELDS: Readonly<Record<string, string>> = {
  accounts_username_key: 'owner.username',
  institutions_code_key: 'institution.code',
};

/** PostgreSQL's unique_violation. */
const UNIQUE_VIOLATION = '23505';

/**
 * Words the database's refusal of a name that somebody has: a look beforehand would miss who takes it
 * in the same moment.
 *
 * @throws breaks_rule with the field, or the error itself when it is about something else
 */
export function tellTakenName(error: unknown): never {
  const { code, constraint = '' } = error as { code?: string; constraint?: string };
  const path = code === UNIQUE_VIOLATION ? FIELDS[constraint] : undefined;
  if (path === undefined) throw error;
  throw problem('breaks_rule', `${path} is taken.`, [{ path, message: 'is taken' }]);
}

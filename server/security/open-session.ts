import { beginSession, type SignedIn } from '../accounts/index.ts';
import { rememberPlace, type Whereabouts } from '../guesses/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { lockPasswordHash } from './store.ts';

/** Where somebody signs in from: by name for them, and as what guesses are counted by. */
export interface Arrival {
  readonly visit: Visit;
  readonly from: Whereabouts;
}

/**
 * Begins the session of somebody who has proved who they are.
 *
 * @param verified hash of the password that they knew; null: they proved it by a passkey
 * @throws wrong_credentials when it has been changed, or the account deleted, since
 */
export function openSession(
  parts: Parts,
  { accountId, verified }: { accountId: string; verified: string | null },
  { visit, from }: Arrival,
): Promise<SignedIn> {
  return parts.database.sql.transaction().execute(async (sql) => {
    const passwordHash = await lockPasswordHash(sql, accountId);
    if (passwordHash === undefined || (verified !== null && passwordHash !== verified))
      throw problem('wrong_credentials');
    await rememberPlace(parts, sql, accountId, from);
    return beginSession({ ...parts, database: { sql } }, accountId, visit);
  });
}

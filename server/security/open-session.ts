import { beginSession, type SignedIn } from '../accounts/index.ts';
import { rememberPlace, type Whereabouts } from '../guesses/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { recordSignIn } from './record-sign-in.ts';
import { lockPasswordHash } from './store.ts';

/** Where somebody signs in from: by name for them, and as what guesses are counted by. */
export interface Arrival {
  readonly visit: Visit;
  readonly from: Whereabouts;
}

/** Who is in, and the whereabouts that they are known by from now on. */
export interface Entrance extends SignedIn {
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
  arrival: Arrival,
): Promise<Entrance> {
  const { visit, from } = arrival;
  return parts.database.sql.transaction().execute(async (sql) => {
    const passwordHash = await lockPasswordHash(sql, accountId);
    if (passwordHash === undefined || (verified !== null && passwordHash !== verified))
      throw problem('wrong_credentials');
    const known = await rememberPlace(parts, sql, accountId, from);
    const signedIn = await beginSession({ ...parts, database: { sql } }, accountId, visit);
    await recordSignIn(sql, signedIn.actor, arrival, parts.clock.now());
    return { ...signedIn, from: known };
  });
}

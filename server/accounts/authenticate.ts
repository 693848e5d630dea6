import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import { hashSecret } from '../platform/secrets.ts';
import { findActorByToken, SEEN_EVERY_MS, touchSessions } from './store.ts';

/** @throws not_signed_in when there is no session behind the cookie, or not any more */
export async function authenticateStaff(
  { database, clock }: { database: Database; clock: Clock },
  cookie: string | undefined,
  address: string | null,
): Promise<StaffActor> {
  const now = clock.now();
  const found = cookie && (await findActorByToken(database.sql, hashSecret(cookie), now));
  if (!found) throw problem('not_signed_in');
  const { lastSeenAt, ...actor } = found;
  if (now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS) {
    await touchSessions(database.sql, [actor.sessionId], now);
  }
  return { ...actor, address };
}

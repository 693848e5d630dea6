import type { Parts } from '../platform/parts.ts';
import { deleteExpiredChallenges } from './passkey-store.ts';
import { deleteUnconfirmedBefore } from './store.ts';

const DAY_MS = 24 * 3_600_000;

/** Authenticator apps and passkeys that somebody began to set up and did not finish. */
export async function forgetUnfinished({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  await deleteUnconfirmedBefore(database.sql, new Date(now.getTime() - DAY_MS));
  await deleteExpiredChallenges(database.sql, now);
}

import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import { problem } from '../platform/problem.ts';
import { hashSecret, newSecret } from '../platform/secrets.ts';
import { verifyPassword } from './passwords.ts';
import { findActorByToken, findCredentials, insertSession } from './store.ts';

/** A shift and a night: after it one signs in again. */
export const SESSION_HOURS = 16;

export interface SignedIn {
  readonly token: string;
  readonly actor: StaffActor;
}

/** @throws wrong_credentials, the same for an unknown name as for a wrong password */
export async function signIn(
  { database, clock }: { database: Database; clock: Clock },
  { username, password }: { username: string; password: string },
): Promise<SignedIn> {
  const found = await findCredentials(database.sql, username.trim().toLowerCase());
  const holds = await verifyPassword(password, found?.passwordHash ?? null);
  if (!found || !holds) throw problem('wrong_credentials');
  return beginSession({ database, clock }, found.accountId);
}

export async function beginSession(
  { database, clock }: { database: Database; clock: Clock },
  accountId: string,
): Promise<SignedIn> {
  const token = newSecret();
  const now = clock.now();
  await insertSession(database.sql, {
    id: newId(),
    tokenHash: hashSecret(token),
    accountId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
  });
  const actor = await findActorByToken(database.sql, hashSecret(token), now);
  if (!actor) throw problem('wrong_credentials');
  return { token, actor };
}

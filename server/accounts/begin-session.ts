import type { Clock } from '../platform/clock.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Visit } from '../platform/http/visit.ts';
import { newId } from '../platform/ids.ts';
import { problem } from '../platform/problem.ts';
import { hashSecret, newSecret } from '../platform/secrets.ts';
import { findActorByToken, insertSession, noteSignIn } from './store.ts';

/** A shift and a night: after it one signs in again. */
export const SESSION_HOURS = 16;

export interface SignedIn {
  readonly token: string;
  readonly actor: StaffActor;
}

/**
 * Signs an account in; whether it may is the caller's to know.
 *
 * @throws wrong_credentials when the account is gone
 */
export async function beginSession(
  { database, clock }: { database: { readonly sql: Queries }; clock: Clock },
  accountId: string,
  { device, address }: Visit,
): Promise<SignedIn> {
  const { sql } = database;
  const token = newSecret();
  const now = clock.now();
  await insertSession(sql, {
    id: newId(),
    tokenHash: hashSecret(token),
    accountId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
    device,
    address,
  });
  await noteSignIn(sql, accountId, now);
  const actor = await findActorByToken(sql, hashSecret(token), now);
  if (!actor) throw problem('wrong_credentials');
  return { token, actor: { ...actor, address } };
}

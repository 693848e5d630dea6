import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import type { Arrival } from './open-session.ts';
import { findTarget } from './store.ts';

/** In the transaction that begins the session. */
export function recordSignIn(
  sql: Queries,
  actor: StaffActor,
  { visit }: Arrival,
  at: Date,
): Promise<void> {
  const { accountId: id, username: name, institutionId } = actor;
  return recordAudit(sql, {
    at,
    actor,
    action: 'session.begun',
    target: { kind: 'account', id, name, institutionId },
    before: null,
    after: { device: visit.device },
  });
}

/**
 * A wrong password or code for somebody who is here. Of names that nobody has nothing is written: people
 * type their passwords there. To be begun and not awaited: no answer waits for it, and none is told
 * apart by it.
 */
export async function recordRefusal(
  { database, clock }: Parts,
  accountId: string,
  { visit: { device, address } }: Arrival,
): Promise<void> {
  const found = await findTarget(database.sql, accountId);
  if (!found) return;
  const { username: name, institutionId } = found;
  await recordAudit(database.sql, {
    at: clock.now(),
    // Whoever it was, it was not shown to be the account's owner.
    actor: null,
    action: 'session.refused',
    target: { kind: 'account', id: accountId, name, institutionId },
    before: null,
    after: { device, address },
  });
}

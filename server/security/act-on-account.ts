import { type AccountAction, refuseUnlessMay } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { type Target, visibleTarget } from './store.ts';

/** The audit log's word for what was done; null when nothing was to be done. */
type Deed = `account.${string}` | null;

export interface Act {
  readonly accountId: string;
  readonly action: AccountAction;
}

/**
 * Asks beforehand, for what is not to be begun in vain; the act itself asks again.
 *
 * @throws not_found, may_not
 */
export async function refuseUnlessMayAct(
  { database }: Parts,
  actor: StaffActor,
  { accountId, action }: Act,
): Promise<void> {
  const target = await visibleTarget(database.sql, actor, accountId).executeTakeFirst();
  if (!target) throw noSuchAccount();
  refuseUnlessMay(actor, action, target);
}

/**
 * What an admin does to somebody else's account: found among those that they can see, allowed by the
 * policy, done and written down in one transaction, and told to open desks.
 *
 * @throws not_found, may_not, and what `act` throws
 */
export async function actOnAccount(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  { accountId, action }: { accountId: string; action: AccountAction },
  act: (sql: Queries, target: Target) => Promise<Deed>,
): Promise<void> {
  await database.sql.transaction().execute(async (sql) => {
    const target = await visibleTarget(sql, actor, accountId).forNoKeyUpdate().executeTakeFirst();
    if (!target) throw noSuchAccount();
    refuseUnlessMay(actor, action, target);
    const deed = await act(sql, target);
    if (deed === null) return;
    const { id, username, institutionId } = target;
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: deed,
      target: { kind: 'account', id, name: username, institutionId },
      before: null,
      after: null,
    });
  });
  bus.publish('operator', { accountId });
}

function noSuchAccount() {
  return problem('not_found', 'There is no such account.');
}

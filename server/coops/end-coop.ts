import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { deleteCoopQueues } from '../queues/index.ts';
import { auditTarget } from './coop.ts';
import { holdCoop, refuseUnlessKeeper } from './hold-coop.ts';
import { listMemberships, takeLevels } from './memberships.ts';
import { deleteInstitutions, updateCoop } from './store.ts';

/**
 * Ends a co-op: its libraries, levels and queues go with it. Chats under way finish, chains go past it,
 * and what was said in it stays with the home libraries.
 *
 * @throws not_found, may_not
 */
export async function endCoop(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  coopId: string,
): Promise<void> {
  const at = clock.now();
  const members = await database.sql.transaction().execute(async (sql) => {
    const { coop, standing } = await holdCoop(sql, actor, coopId);
    refuseUnlessKeeper(standing);
    const memberships = await listMemberships(sql, coopId, null);
    await takeLevels(sql, memberships, { actor, at });
    await deleteInstitutions(sql, coopId, null);
    await deleteCoopQueues(sql, coopId, at);
    await updateCoop(sql, coopId, { deletedAt: at });
    await recordAudit(sql, {
      at,
      actor,
      action: 'coop.ended',
      target: auditTarget(coop),
      before: { name: coop.name },
      after: null,
    });
    return memberships;
  });
  for (const { accountId } of members) bus.publish('operator', { accountId });
}

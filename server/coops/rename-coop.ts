import type { CoopDetail } from '#protocol/coops.ts';
import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { auditTarget } from './coop.ts';
import { holdCoop, refuseUnlessKeeper } from './hold-coop.ts';
import { membersAtDesks } from './memberships.ts';
import { readCoop } from './read-coop.ts';
import { updateCoop } from './store.ts';
import { tellTakenName } from './taken-name.ts';

/** @throws not_found, may_not, conflict for a name that is taken */
export async function renameCoop(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  coopId: string,
  name: string,
): Promise<CoopDetail> {
  const { detail, atDesks } = await database.sql
    .transaction()
    .execute(async (sql) => {
      const { coop, standing } = await holdCoop(sql, actor, coopId);
      refuseUnlessKeeper(standing);
      await updateCoop(sql, coopId, { name });
      await recordAudit(sql, {
        at: clock.now(),
        actor,
        action: 'coop.renamed',
        target: auditTarget(coop),
        before: { name: coop.name },
        after: { name },
      });
      return {
        detail: await readCoop(sql, actor, coopId),
        atDesks: await membersAtDesks(sql, coopId),
      };
    })
    .catch(tellTakenName);
  // It stands above its queues on their desks.
  for (const accountId of atDesks) bus.publish('operator', { accountId });
  return detail;
}

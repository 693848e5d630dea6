import type { QueueDetail } from '#protocol/queue-administration.ts';
import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { restorableSince } from '../platform/restorable-since.ts';
import { accountsConcerned, lockDeletedQueue, updateQueue } from './administration-store.ts';
import { auditTarget, noSuchQueue, readQueue } from './read-queue.ts';
import { tellTakenName } from './taken-name.ts';

/**
 * Brings a queue back with its operators, opted in as they were.
 *
 * @throws not_found for what was not deleted in time by one's own side, or conflict for a name that is taken by now
 */
export async function restoreQueue(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  queueId: string,
): Promise<QueueDetail> {
  const at = clock.now();
  const { restored, operators } = await database.sql
    .transaction()
    .execute(async (sql) => {
      const queue = await lockDeletedQueue(sql, actor, queueId, restorableSince(at));
      if (!queue) throw noSuchQueue();
      await updateQueue(sql, queueId, { deletedAt: null });
      await recordAudit(sql, {
        at,
        actor,
        action: 'queue.restored',
        target: auditTarget(queue),
        before: null,
        after: { name: queue.name, kind: queue.kind },
      });
      return {
        restored: await readQueue(sql, actor, queueId),
        operators: await accountsConcerned(sql, queueId),
      };
    })
    .catch(tellTakenName);
  for (const accountId of operators) bus.publish('operator', { accountId });
  return restored;
}

import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { accountsConcerned, lockVisibleQueue, updateQueue } from './administration-store.ts';
import { auditTarget, noSuchQueue } from './read-queue.ts';
import { refuseUnlessEditor } from './who-may.ts';

/**
 * Takes a queue out of use: chains go past it and desks lose it; chats under way finish. Who staffed
 * it stays with it, for the restore.
 *
 * @throws not_found or may_not
 */
export async function deleteQueue(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  queueId: string,
): Promise<void> {
  const at = clock.now();
  const operators = await database.sql.transaction().execute(async (sql) => {
    const queue = await lockVisibleQueue(sql, actor, queueId);
    if (!queue) throw noSuchQueue();
    refuseUnlessEditor(actor, queue);
    // Asked before: a deleted queue is nobody's.
    const concerned = await accountsConcerned(sql, queueId);
    await updateQueue(sql, queueId, { deletedAt: at });
    await recordAudit(sql, {
      at,
      actor,
      action: 'queue.deleted',
      target: auditTarget(queue),
      before: { name: queue.name, kind: queue.kind },
      after: null,
    });
    return concerned;
  });
  for (const accountId of operators) bus.publish('operator', { accountId });
}

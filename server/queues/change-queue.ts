import type { z } from 'zod';
import type { changeQueue as contract, QueueDetail } from '#protocol/queue-administration.ts';
import { recordAudit } from '../audit/index.ts';
import { nameHours } from '../institutions/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { accountsConcerned, lockVisibleQueue, updateQueue } from './administration-store.ts';
import { readHours, saveHours } from './hours-store.ts';
import { auditTarget, noSuchQueue, readQueue } from './read-queue.ts';
import { tellTakenName } from './taken-name.ts';
import { refuseUnlessEditor } from './who-may.ts';

/** @throws not_found, may_not, or conflict for a name that is taken */
export async function changeQueue(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  queueId: string,
  change: z.output<typeof contract.body>,
): Promise<QueueDetail> {
  const { queue, operators } = await database.sql
    .transaction()
    .execute(async (sql) => {
      const before = await lockVisibleQueue(sql, actor, queueId);
      if (!before) throw noSuchQueue();
      refuseUnlessEditor(actor, before);
      const name = change.name ?? before.name;
      const kind = change.kind ?? before.kind;
      const hours = await readHours(sql, queueId);
      const newHours = change.hours === undefined ? hours : change.hours;
      await updateQueue(sql, queueId, { name, kind });
      if (change.hours !== undefined) await saveHours(sql, queueId, change.hours);
      await recordAudit(sql, {
        at: clock.now(),
        actor,
        action: 'queue.changed',
        target: auditTarget(before),
        before: { name: before.name, kind: before.kind, hours: nameHours(hours) },
        after: { name, kind, hours: nameHours(newHours) },
      });
      return {
        queue: await readQueue(sql, actor, queueId),
        operators: await accountsConcerned(sql, queueId),
      };
    })
    .catch(tellTakenName);
  // It stands on their desks by its name.
  for (const accountId of operators) bus.publish('operator', { accountId });
  return queue;
}

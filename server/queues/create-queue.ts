import type { z } from 'zod';
import type { createQueue as contract, QueueDetail } from '#protocol/queue-administration.ts';
import { recordAudit } from '../audit/index.ts';
import { refuseUnlessInstitution } from '../institutions/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { auditTarget } from './read-queue.ts';
import { insertQueue } from './store.ts';
import { tellTakenName } from './taken-name.ts';
import { refuseUnlessEditor } from './who-may.ts';

/** @throws may_not, conflict for a name that is taken, or breaks_rule for an institution that is none */
export async function createQueue(
  { database, clock }: Parts,
  actor: StaffActor,
  { name, kind, institutionId }: z.output<typeof contract.body>,
): Promise<QueueDetail> {
  refuseUnlessEditor(actor, { institutionId });
  const queue = { id: newId(), name, kind, institutionId, coopId: null };
  const at = clock.now();
  await database.sql
    .transaction()
    .execute(async (sql) => {
      // Only the owner gets here with an institution that is none.
      await refuseUnlessInstitution(sql, institutionId);
      await insertQueue(sql, { ...queue, createdAt: at });
      await recordAudit(sql, {
        at,
        actor,
        action: 'queue.created',
        target: auditTarget(queue),
        before: null,
        after: { name, kind },
      });
    })
    .catch(tellTakenName);
  return { ...queue, operatorIds: [], mayEdit: true };
}

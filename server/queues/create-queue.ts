import type { z } from 'zod';
import type { createQueue as contract, QueueDetail } from '#protocol/queue-administration.ts';
import { recordAudit } from '../audit/index.ts';
import { refuseUnlessInstitution } from '../institutions/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { accountsConcerned } from './administration-store.ts';
import { auditTarget } from './read-queue.ts';
import { insertQueue, lockLiveCoop } from './store.ts';
import { tellTakenName } from './taken-name.ts';
import { refuseUnlessEditor } from './who-may.ts';

/** @throws may_not, conflict for a name that is taken, or breaks_rule for an institution or a co-op that is none */
export async function createQueue(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  wanted: z.output<typeof contract.body>,
): Promise<QueueDetail> {
  const { name, kind } = wanted;
  const institutionId = wanted.institutionId ?? null;
  const coopId = wanted.coopId ?? null;
  refuseUnlessEditor(actor, { institutionId });
  const queue = { id: newId(), name, kind, institutionId, coopId };
  const at = clock.now();
  const operators = await database.sql
    .transaction()
    .execute(async (sql) => {
      // Only the owner gets here with an institution that is none.
      if (institutionId !== null) await refuseUnlessInstitution(sql, institutionId);
      if (coopId !== null) await refuseUnlessCoop(sql, coopId);
      await insertQueue(sql, { ...queue, createdAt: at });
      await recordAudit(sql, {
        at,
        actor,
        action: 'queue.created',
        target: auditTarget(queue),
        before: null,
        after: { name, kind },
      });
      return accountsConcerned(sql, queue.id);
    })
    .catch(tellTakenName);
  // Nobody is assigned to a new queue; a co-op's is open to all who have a level there.
  for (const accountId of operators) bus.publish('operator', { accountId });
  return { ...queue, operatorIds: [], hours: null, mayEdit: true };
}

async function refuseUnlessCoop(sql: Queries, coopId: string): Promise<void> {
  if (await lockLiveCoop(sql, coopId)) return;
  const message = 'must be a co-op of this installation';
  throw problem('breaks_rule', `coopId ${message}.`, [{ path: 'coopId', message }]);
}

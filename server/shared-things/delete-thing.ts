import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { lockVisibleThing, updateThing } from './store.ts';
import { auditTarget, type Kind, sayMissing } from './thing.ts';
import { refuseUnlessEditor } from './who-may.ts';

/** Its members and what is in it stay with it, for the restore. @throws not_found or may_not */
export async function deleteThing(
  { database, clock }: Parts,
  kind: Kind,
  actor: StaffActor,
  id: string,
): Promise<void> {
  const at = clock.now();
  await database.sql.transaction().execute(async (sql) => {
    const thing = await lockVisibleThing(sql, kind, actor, id);
    if (!thing) throw problem('not_found', sayMissing(kind));
    refuseUnlessEditor(actor, kind, thing);
    await updateThing(sql, kind, id, { deletedAt: at });
    await recordAudit(sql, {
      at,
      actor,
      action: `${kind.word}.deleted`,
      target: auditTarget(kind, thing),
      before: { name: thing.name },
      after: null,
    });
  });
}

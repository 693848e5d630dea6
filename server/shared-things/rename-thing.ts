import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { readThing } from './read-things.ts';
import { lockVisibleThing, updateThing } from './store.ts';
import { tellTakenName } from './taken-name.ts';
import { auditTarget, type Kind, type PresentedThing, sayMissing } from './thing.ts';
import { refuseUnlessEditor } from './who-may.ts';

/** @throws not_found, may_not, or conflict for a name that is taken */
export async function renameThing(
  { database, clock }: Parts,
  kind: Kind,
  actor: StaffActor,
  id: string,
  name: string,
): Promise<PresentedThing> {
  return database.sql
    .transaction()
    .execute(async (sql) => {
      const thing = await lockVisibleThing(sql, kind, actor, id);
      if (!thing) throw problem('not_found', sayMissing(kind));
      refuseUnlessEditor(actor, kind, thing);
      await updateThing(sql, kind, id, { name });
      await recordAudit(sql, {
        at: clock.now(),
        actor,
        action: `${kind.word}.renamed`,
        target: auditTarget(kind, { ...thing, name }),
        before: { name: thing.name },
        after: { name },
      });
      return readThing(sql, kind, actor, id);
    })
    .catch((error: unknown) => tellTakenName(error, kind));
}

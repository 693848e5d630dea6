import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { restorableSince } from '../platform/restorable-since.ts';
import { readThing } from './read-things.ts';
import { lockDeletedThing, updateThing } from './store.ts';
import { tellTakenName } from './taken-name.ts';
import { auditTarget, type Kind, type PresentedThing, sayMissing } from './thing.ts';

/** @throws not_found for what was not deleted in time by one's own side, or conflict for a name that is taken by now */
export async function restoreThing(
  { database, clock }: Parts,
  kind: Kind,
  actor: StaffActor,
  id: string,
): Promise<PresentedThing> {
  const at = clock.now();
  return database.sql
    .transaction()
    .execute(async (sql) => {
      const thing = await lockDeletedThing(sql, kind, actor, id, restorableSince(at));
      if (!thing) throw problem('not_found', sayMissing(kind));
      await updateThing(sql, kind, id, { deletedAt: null });
      await recordAudit(sql, {
        at,
        actor,
        action: `${kind.word}.restored`,
        target: auditTarget(kind, thing),
        before: null,
        after: { name: thing.name },
      });
      return readThing(sql, kind, actor, id);
    })
    .catch((error: unknown) => tellTakenName(error, kind));
}

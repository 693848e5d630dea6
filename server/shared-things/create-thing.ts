import { recordAudit } from '../audit/index.ts';
import { refuseUnlessInstitution } from '../institutions/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { insertThing } from './store.ts';
import { tellTakenName } from './taken-name.ts';
import { auditTarget, type Kind, type PresentedThing } from './thing.ts';
import { refuseUnlessEditor } from './who-may.ts';

/** @throws may_not, conflict for a name that is taken, or breaks_rule for an institution that is none */
export async function createThing(
  { database, clock }: Parts,
  kind: Kind,
  actor: StaffActor,
  wanted: { readonly name: string; readonly institutionId: string | null },
): Promise<PresentedThing> {
  refuseUnlessEditor(actor, kind, wanted);
  const at = clock.now();
  const thing = { id: newId(), name: wanted.name, institutionId: wanted.institutionId };
  await database.sql
    .transaction()
    .execute(async (sql) => {
      // Only the owner gets here with an institution that is none.
      if (wanted.institutionId !== null) await refuseUnlessInstitution(sql, wanted.institutionId);
      await insertThing(sql, kind, { ...thing, createdAt: at });
      await recordAudit(sql, {
        at,
        actor,
        action: `${kind.word}.created`,
        target: auditTarget(kind, thing),
        before: null,
        after: { name: thing.name },
      });
    })
    .catch((error: unknown) => tellTakenName(error, kind));
  return { ...thing, memberIds: [], mayEdit: true };
}

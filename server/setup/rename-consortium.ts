import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { saveConsortiumName } from './consortium-store.ts';

/** There is one in an installation, so it has no id of its own for the audit log. */
const CONSORTIUM_ID = '00000000-0000-0000-0000-000000000000';

/** @throws may_not for whoever is not the owner */
export async function renameConsortium(
  { database, clock }: Parts,
  actor: StaffActor,
  name: string,
): Promise<void> {
  if (actor.role !== 'owner') throw problem('may_not');
  await database.sql.transaction().execute(async (sql) => {
    const before = await saveConsortiumName(sql, name);
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'consortium.renamed',
      target: { kind: 'consortium', id: CONSORTIUM_ID, name: before ?? name, institutionId: null },
      before: { name: before },
      after: { name },
    });
  });
}

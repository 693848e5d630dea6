import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { holdCoop, refuseUnlessKeeper } from './hold-coop.ts';
import { listMemberships, takeLevels } from './memberships.ts';
import { deleteInstitutions, findCoopInstitution } from './store.ts';

/**
 * Takes a library out of a co-op, the levels of its people with it, those of deleted accounts too, so
 * that no return brings any back. Chats under way finish.
 *
 * @throws not_found, may_not
 */
export async function removeInstitution(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  { coopId, institutionId }: { readonly coopId: string; readonly institutionId: string },
): Promise<void> {
  const at = clock.now();
  const members = await database.sql.transaction().execute(async (sql) => {
    const { coop, standing } = await holdCoop(sql, actor, coopId);
    refuseUnlessKeeper(standing);
    const institution = await findCoopInstitution(sql, coopId, institutionId);
    if (!institution) throw problem('not_found', 'This institution does not belong to the co-op.');
    const memberships = await listMemberships(sql, coopId, institutionId);
    await takeLevels(sql, memberships, { actor, at });
    await deleteInstitutions(sql, coopId, institutionId);
    await recordAudit(sql, {
      at,
      actor,
      action: 'coop.institutionRemoved',
      target: { kind: 'coop', id: coop.id, name: coop.name, institutionId },
      before: { institution: institution.name },
      after: null,
    });
    return memberships;
  });
  for (const { accountId } of members) bus.publish('operator', { accountId });
}

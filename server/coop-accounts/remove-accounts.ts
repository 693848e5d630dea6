import { holdCoop, mayEditMember, takeLevels } from '../coops/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { mayNotEdit, noSuchMember, refuseUnlessManager } from './refusals.ts';
import { findMembers } from './store.ts';

/**
 * Removes accounts from a co-op, all or none: its queues and its dashboard are gone from their desks at
 * once, and what they had in hand through it is offered again. At home nothing changes, and what they
 * answered stays to be read. Who is deleted at home can be removed meanwhile, and is not restored to it.
 *
 * @throws not_found for the co-op or for one who is not in it, may_not
 */
export async function removeAccounts(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  coopId: string,
  accountIds: readonly string[],
): Promise<void> {
  const at = clock.now();
  const wanted = new Set(accountIds);
  await database.sql.transaction().execute(async (sql) => {
    const { coop, standing } = await holdCoop(sql, actor, coopId);
    refuseUnlessManager(standing);
    const members = await findMembers(sql, coopId, [...wanted]);
    if (members.length < wanted.size) throw noSuchMember();
    if (!members.every((member) => mayEditMember(standing, member))) throw mayNotEdit();
    const memberships = members.map((member) => ({ ...member, coopId, coopName: coop.name }));
    await takeLevels(sql, memberships, { actor, at });
  });
  for (const accountId of wanted) bus.publish('operator', { accountId });
}

import type { CoopAccount } from '#protocol/coop-accounts.ts';
import type { Level } from '#protocol/levels.ts';
import { holdCoop, mayEditMember, mayGiveLevel, changeLevel as saveLevel } from '../coops/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { presentMember } from './coop-account.ts';
import { mayNotEdit, mayNotGive, noSuchMember, refuseUnlessManager } from './refusals.ts';
import { findMember } from './store.ts';

/** @throws not_found for the co-op or for who is not in it, may_not */
export async function changeLevel(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  { coopId, accountId }: { readonly coopId: string; readonly accountId: string },
  level: Level,
): Promise<CoopAccount> {
  const at = clock.now();
  const changed = await database.sql.transaction().execute(async (sql) => {
    const { coop, standing } = await holdCoop(sql, actor, coopId);
    refuseUnlessManager(standing);
    const member = await findMember(sql, coopId, accountId);
    if (!member) throw noSuchMember();
    if (!mayEditMember(standing, member)) throw mayNotEdit();
    if (!mayGiveLevel(standing, level)) throw mayNotGive();
    await saveLevel(sql, { ...member, coopId, coopName: coop.name }, level, { actor, at });
    return presentMember(standing, { ...member, level });
  });
  bus.publish('operator', { accountId });
  return changed;
}

import type { CoopAccount } from '#protocol/coop-accounts.ts';
import { mayEditMember, readStanding } from '../coops/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { presentMember } from './coop-account.ts';
import { mayNotEdit, noSuchMember, refuseUnlessManager } from './refusals.ts';
import { findMember } from './store.ts';

/** @throws not_found for the co-op or for who is not in it, may_not */
export async function readAccount(
  sql: Queries,
  actor: StaffActor,
  { coopId, accountId }: { readonly coopId: string; readonly accountId: string },
): Promise<CoopAccount> {
  const standing = await readStanding(sql, actor, coopId);
  refuseUnlessManager(standing);
  const member = await findMember(sql, coopId, accountId);
  if (!member) throw noSuchMember();
  if (!mayEditMember(standing, member)) throw mayNotEdit();
  return presentMember(standing, member);
}

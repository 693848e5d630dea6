import { refuseUnlessMay } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import { listMembershipsOf, takeLevels } from '../coops/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import { breaksRule, noSuchAccount } from './account-problems.ts';
import { givenByConsortium, readAssignments, saveAssignments } from './assignments/index.ts';
import { dropStrangers } from './contacts.ts';
import { holdRoles, refuseIfNobodyIsLeft } from './keep-admins.ts';
import { findInstitution, lockVisibleAccounts, updateAccounts } from './store.ts';

/**
 * Moves an account to another institution, in the caller's transaction: without what the old one had
 * given it, without its levels in co-ops, wherever, and without contacts that are strangers there. What it answered stays answered from there.
 *
 * @throws not_found; may_not for all but the owner; conflict for the last admin of an institution;
 *   breaks_rule for an institution that is none
 */
export async function moveWithin(
  sql: Queries,
  actor: StaffActor,
  accountId: string,
  institutionId: string,
  now: Date,
): Promise<void> {
  const acting = await holdRoles(sql, actor);
  const [before] = await lockVisibleAccounts(sql, acting, [accountId], now);
  if (!before) throw noSuchAccount();
  refuseUnlessMay(acting, 'edit', before);
  if (institutionId === before.institutionId) return;
  if (acting.role !== 'owner')
    throw problem('may_not', 'Accounts are moved by the owner of the installation.');
  const institution = await findInstitution(sql, institutionId);
  if (!institution)
    throw breaksRule('institutionId', 'must be an institution of this installation');

  const had = (await readAssignments(sql, [accountId]))(accountId);
  const kept = await givenByConsortium(sql, had);
  const reassignment = { accountId, institutionId, before: had, after: kept };
  const toldOf = await saveAssignments(sql, acting, [reassignment], (kind) => kind);
  await takeLevels(sql, await listMembershipsOf(sql, accountId), { actor, at: now });
  await updateAccounts(sql, [accountId], { institutionId });
  await dropStrangers(sql, accountId, institutionId);
  await refuseIfNobodyIsLeft(sql, [before]);
  await recordAudit(sql, {
    at: now,
    actor,
    action: 'account.moved',
    target: {
      kind: 'account',
      id: accountId,
      name: before.username,
      institutionId: before.institutionId,
    },
    before: { institution: before.institutionName, ...toldOf(had) },
    after: { institution: institution.name, ...toldOf(kept) },
  });
}

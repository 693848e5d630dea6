import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import type { StoredAccount } from './account.ts';
import { findActor, hasOwner, institutionsWithoutAdmin, lockRoles } from './role-store.ts';

/**
 * Holds all roles still until the transaction ends, and asks again what the actor is: of two admins
 * who delete each other at once, the second finds that they are none any more. To be called before
 * any account is locked.
 *
 * @throws not_signed_in for an actor who was deleted meanwhile
 */
export async function holdRoles(sql: Queries, actor: Acting): Promise<Acting> {
  await lockRoles(sql);
  const now = await findActor(sql, actor.accountId);
  if (!now) throw problem('not_signed_in');
  return now;
}

/**
 * To be asked after a change, under `holdRoles`: an installation without an owner, or a library
 * without an admin, could be helped by nobody.
 *
 * @param left accounts as they were, that are deleted now or have another role
 * @throws conflict
 */
export async function refuseIfNobodyIsLeft(
  sql: Queries,
  left: readonly Pick<StoredAccount, 'role' | 'institutionId'>[],
): Promise<void> {
  const isOwnerAmong = left.some(({ role }) => role === 'owner');
  if (isOwnerAmong && !(await hasOwner(sql)))
    throw problem('conflict', 'The last owner stays. Make somebody else an owner first.');

  const institutionIds = left
    .filter(({ role }) => role === 'admin')
    .map((one) => one.institutionId);
  const [bereft] = await institutionsWithoutAdmin(sql, [...new Set(institutionIds)]);
  if (bereft === undefined) return;
  throw problem(
    'conflict',
    `The last admin of ${bereft.name} stays. Make somebody else an admin there first.`,
  );
}

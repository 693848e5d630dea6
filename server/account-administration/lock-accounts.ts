import { type AccountAction, type Acting, refuseUnlessMay } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StoredAccount } from './account.ts';
import { noSuchAccount } from './account-problems.ts';
import { lockVisibleAccounts } from './store.ts';

/**
 * Locks several accounts for one change to all of them.
 *
 * @throws not_found when the caller can't see one of them, may_not when one may not be touched
 */
export async function lockAll(
  sql: Queries,
  actor: Acting,
  action: AccountAction,
  accountIds: readonly string[],
  now: Date,
): Promise<StoredAccount[]> {
  const wanted = [...new Set(accountIds)];
  const accounts = await lockVisibleAccounts(sql, actor, wanted, now);
  if (accounts.length < wanted.length) throw noSuchAccount();
  for (const account of accounts) refuseUnlessMay(actor, action, account);
  return accounts;
}

import type { AccountDetail } from '#protocol/account-administration.ts';
import { type Acting, refuseUnlessMay } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { presentDetail } from './account.ts';
import { noSuchAccount } from './account-problems.ts';
import { readAssignments } from './assignments/index.ts';
import { readContacts } from './contacts.ts';
import { findVisibleAccount } from './store.ts';

/** @throws not_found, may_not for a colleague's account */
export async function readAccount(
  sql: Queries,
  actor: Acting,
  accountId: string,
  now: Date,
): Promise<AccountDetail> {
  const account = await findVisibleAccount(sql, actor, accountId, now);
  if (!account) throw noSuchAccount();
  refuseUnlessMay(actor, 'view', account);
  const assignmentsOf = await readAssignments(sql, [accountId]);
  const contactIds = await readContacts(sql, accountId);
  return presentDetail(actor, account, assignmentsOf(accountId), contactIds);
}

import type { AccountChange, AccountDetail } from '#protocol/account-administration.ts';
import type { LetterParts } from '../passwords/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { tellTakenUsername } from './account-problems.ts';
import { changeWithin } from './change-within.ts';
import { moveWithin } from './move-account.ts';
import { readAccount } from './read-account.ts';

/**
 * Changes what is named, as one change.
 *
 * @throws not_found, may_not, conflict for a taken username or a last admin, breaks_rule
 */
export async function changeAccount(
  parts: Parts & LetterParts,
  actor: StaffActor,
  accountId: string,
  { institutionId, ...change }: AccountChange,
): Promise<AccountDetail> {
  const now = parts.clock.now();
  const account = await parts.database.sql
    .transaction()
    .execute(async (sql) => {
      // First, so that what else is named is judged where the account is then.
      if (institutionId !== undefined) await moveWithin(sql, actor, accountId, institutionId, now);
      const acting = await changeWithin(parts, sql, actor, accountId, change, now);
      return readAccount(sql, acting, accountId, now);
    })
    .catch(tellTakenUsername);
  parts.bus.publish('operator', { accountId });
  return account;
}

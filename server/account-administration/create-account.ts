import type { AccountDetail, NewAccount } from '#protocol/account-administration.ts';
import { managesInstitution, mayGiveRole } from '../accounts/index.ts';
import { hashPassword, type LetterParts, refuseWeakPassword } from '../passwords/index.ts';
import type { Database } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { breaksRule, tellTakenUsername } from './account-problems.ts';
import { createWithin } from './create-within.ts';
import { readAccount } from './read-account.ts';
import { findInstitution } from './store.ts';

/**
 * Makes an account with all that belongs to it, or nothing.
 *
 * @throws may_not, conflict for a username that is taken, breaks_rule with the fields at fault
 */
export async function createAccount(
  parts: Parts & LetterParts,
  actor: StaffActor,
  wanted: NewAccount,
): Promise<AccountDetail> {
  refuseUnlessMayCreate(actor, wanted);
  // Before the transaction: a hash takes a processor's 30 ms, and a connection is dear.
  const passwordHash = await hashChosen(parts.database, wanted);
  const account = await parts.database.sql
    .transaction()
    .execute(async (sql) => {
      const id = await createWithin(parts, sql, actor, wanted, passwordHash);
      return readAccount(sql, actor, id, parts.clock.now());
    })
    .catch(tellTakenUsername);
  parts.bus.publish('operator', { accountId: account.id });
  return account;
}

/** @throws may_not, and breaks_rule for an invitation that can't be sent */
export function refuseUnlessMayCreate(
  actor: StaffActor,
  { institutionId, role, email, invite, password }: NewAccount,
): void {
  if (!managesInstitution(actor, institutionId))
    throw problem('may_not', 'Accounts are made by the admins of their institution and the owner.');
  if (!mayGiveRole(actor, role ?? 'operator'))
    throw problem('may_not', 'Nobody makes an account with a higher role than their own.');
  if (!invite) return;
  if (email === undefined) throw breaksRule('email', 'is needed to send an invitation');
  if (password !== undefined)
    throw breaksRule('password', 'is chosen by who is invited: give one, or send an invitation');
}

async function hashChosen(
  { sql }: Database,
  { institutionId, username, password }: NewAccount,
): Promise<string | null> {
  if (password === undefined) return null;
  const institutionName = (await findInstitution(sql, institutionId))?.name ?? '';
  await refuseWeakPassword(password, { username, institutionName }, 'password');
  return hashPassword(password);
}

import type { AccountChange } from '#protocol/account-administration.ts';
import { type Acting, mayGiveRole, refuseUnlessMay } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type LetterParts, tellOldAddress } from '../passwords/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import type { StoredAccount } from './account.ts';
import { noSuchAccount } from './account-problems.ts';
import { readAssignments, saveAssignments } from './assignments/index.ts';
import { readContacts, saveContacts } from './contacts.ts';
import { holdRoles, refuseIfNobodyIsLeft } from './keep-admins.ts';
import { lockVisibleAccounts, updateAccounts } from './store.ts';

/**
 * Changes an account in the caller's transaction, and answers the actor as they are by now. The hint
 * after the commit is the caller's to publish, and the taken username's error theirs to word.
 *
 * @throws not_found, may_not, conflict for a last admin, breaks_rule
 */
export async function changeWithin(
  parts: LetterParts,
  sql: Queries,
  actor: StaffActor,
  accountId: string,
  change: AccountChange,
  now: Date,
): Promise<Acting> {
  const acting = change.role === undefined ? actor : await holdRoles(sql, actor);
  const [before] = await lockVisibleAccounts(sql, acting, [accountId], now);
  if (!before) throw noSuchAccount();
  refuseUnlessMay(acting, 'edit', before);
  if (change.email !== undefined && change.email !== before.email) refuseOwnEmail(actor, before);
  const isOtherRole = change.role !== undefined && change.role !== before.role;
  if (change.role !== undefined && isOtherRole) refuseRaise(acting, before, change.role);

  const { username, displayName, email, role, chatAccess, language, maxChats } = change;
  const fields = { username, displayName, email, role, chatAccess, language, maxChats };
  await updateAccounts(sql, [accountId], fields);
  if (email !== undefined) await tellOldAddress(parts, sql, before, email);
  if (isOtherRole) await refuseIfNobodyIsLeft(sql, [before]);
  const lists = await saveLists(sql, acting, before, change);

  const { username: name, institutionId } = before;
  await recordAudit(sql, {
    at: now,
    actor,
    action: 'account.changed',
    target: { kind: 'account', id: accountId, name, institutionId },
    before: { ...before, ...lists.before },
    after: { ...before, ...named(fields), ...lists.after },
  });
  return acting;
}

/** Or an unlocked desk would be the whole account: "Forgot your password?" goes to that address. */
function refuseOwnEmail(actor: Acting, { id }: StoredAccount): void {
  if (id !== actor.accountId) return;
  const message = 'is changed in your security settings, with your password';
  throw problem('may_not', `Your own e-mail address ${message}.`, [{ path: 'email', message }]);
}

function refuseRaise(actor: Acting, before: StoredAccount, role: StoredAccount['role']): void {
  refuseUnlessMay(actor, 'changeRole', before);
  if (!mayGiveRole(actor, role))
    throw problem('may_not', 'Nobody gives a higher role than their own.');
}

/** Answers the lists as the audit log tells them. */
async function saveLists(
  sql: Queries,
  actor: Acting,
  account: StoredAccount,
  change: AccountChange,
): Promise<Record<'before' | 'after', Record<string, unknown>>> {
  const { id: accountId, institutionId } = account;
  const before = (await readAssignments(sql, [accountId]))(accountId);
  const after = {
    queueIds: change.queueIds ?? before.queueIds,
    poolIds: change.poolIds ?? before.poolIds,
    roomIds: change.roomIds ?? before.roomIds,
  };
  const toldOf = await saveAssignments(
    sql,
    actor,
    [{ accountId, institutionId, before, after }],
    (kind, id) => `${kind}.${change[kind]?.indexOf(id) ?? 0}`,
  );
  const had = await readContacts(sql, accountId);
  const wanted = change.contactIds ?? had;
  const names = await saveContacts(sql, actor, account, had, wanted);
  const contactsOf = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []).sort();
  return {
    before: { ...toldOf(before), contacts: contactsOf(had) },
    after: { ...toldOf(after), contacts: contactsOf(wanted) },
  };
}

function named(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

import type { NewAccount } from '#protocol/account-administration.ts';
import type { Language } from '#protocol/schemas.ts';
import { insertAccount } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import { findAddressee, inviteAccount, type LetterParts } from '../passwords/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import { breaksRule } from './account-problems.ts';
import {
  type Assignments,
  copyAssignments,
  NO_ASSIGNMENTS,
  saveAssignments,
} from './assignments/index.ts';
import { saveContacts } from './contacts.ts';
import { findInstitution, findVisibleAccount } from './store.ts';

/** Chats at once, for who does not say. */
const USUAL_MAX_CHATS = 5;

/**
 * Makes an account in the caller's transaction, for an actor who may (`refuseUnlessMayCreate`). The
 * hint after the commit is the caller's to publish, and the taken username's error theirs to word.
 *
 * @returns the new account's id
 * @throws breaks_rule with the fields at fault
 */
export async function createWithin(
  parts: LetterParts,
  sql: Queries,
  actor: StaffActor,
  wanted: NewAccount,
  passwordHash: string | null,
): Promise<string> {
  const now = parts.clock.now();
  const institution = await findInstitution(sql, wanted.institutionId);
  // Only the owner gets here with an institution that is none.
  if (!institution)
    throw breaksRule('institutionId', 'must be an institution of this installation');
  const account = {
    id: newId(),
    institutionId: wanted.institutionId,
    username: wanted.username,
    displayName: wanted.displayName ?? wanted.username,
    email: wanted.email ?? null,
    role: wanted.role ?? 'operator',
    chatAccess: wanted.chatAccess ?? true,
    language: wanted.language ?? (institution.languages[0] as Language),
    maxChats: wanted.maxChats ?? USUAL_MAX_CHATS,
  } as const;
  await insertAccount(sql, { ...account, passwordHash, createdAt: now });

  const lists = await saveLists(sql, actor, account, wanted, now);
  const { id, institutionId, username: name, ...told } = account;
  await recordAudit(sql, {
    at: now,
    actor,
    action: 'account.created',
    target: { kind: 'account', id, name, institutionId },
    before: null,
    after: { username: name, ...told, ...lists, invited: wanted.invite ?? false },
  });
  if (wanted.invite) await invite(parts, sql, id);
  return id;
}

/** Answers the lists as the audit log tells them. */
async function saveLists(
  sql: Queries,
  actor: StaffActor,
  account: { readonly id: string; readonly institutionId: string },
  wanted: NewAccount,
  now: Date,
): Promise<Record<string, unknown>> {
  const after = await chooseAssignments(sql, actor, wanted, now);
  const { id: accountId, institutionId } = account;
  const toldOf = await saveAssignments(
    sql,
    actor,
    [{ accountId, institutionId, before: NO_ASSIGNMENTS, after }],
    (kind, id) => `${kind}.${wanted[kind]?.indexOf(id) ?? 0}`,
  );
  const contacts = await saveContacts(sql, actor, account, [], wanted.contactIds ?? []);
  return { ...toldOf(after), contacts: [...contacts.values()].sort() };
}

/** What the body names; of what it does not name, what the account to copy from has. */
async function chooseAssignments(
  sql: Queries,
  actor: StaffActor,
  { queueIds, poolIds, roomIds, copyFrom, institutionId }: NewAccount,
  now: Date,
): Promise<Assignments> {
  const copied =
    copyFrom === undefined
      ? NO_ASSIGNMENTS
      : await copyOf(sql, actor, copyFrom, institutionId, now);
  return {
    queueIds: queueIds ?? copied.queueIds,
    poolIds: poolIds ?? copied.poolIds,
    roomIds: roomIds ?? copied.roomIds,
  };
}

async function copyOf(
  sql: Queries,
  actor: StaffActor,
  accountId: string,
  institutionId: string,
  now: Date,
): Promise<Assignments> {
  const source = await findVisibleAccount(sql, actor, accountId, now);
  if (!source || source.deletedAt !== null)
    throw breaksRule('copyFrom', 'must be an account that you can see');
  return copyAssignments(sql, actor, accountId, institutionId);
}

async function invite(parts: LetterParts, sql: Queries, accountId: string): Promise<void> {
  const addressee = await findAddressee(sql, accountId);
  if (!addressee) throw new Error('An account that was just made is not there');
  await inviteAccount(parts, sql, addressee);
}

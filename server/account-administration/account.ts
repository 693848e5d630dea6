import type { AccountDetail, AccountRow } from '#protocol/account-administration.ts';
import type { Role } from '#protocol/accounts.ts';
import type { Language } from '#protocol/schemas.ts';
import { type Acting, rightsOnAccount } from '../accounts/index.ts';
import type { Assignments } from './assignments/index.ts';

/** Days after which a deleted account can't be restored any more, and its username is free. */
export const RESTORE_DAYS = 30;
/** Days without a sign-in after which an account stands out in the list. */
export const IDLE_DAYS = 90;

export const DAY_MS = 86_400_000;

/** An account as coordinators see it, as `store.ts` reads it. */
export interface StoredAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly role: Role;
  readonly chatAccess: boolean;
  readonly language: Language;
  readonly maxChats: number;
  readonly lastSignInAt: Date | null;
  readonly invited: boolean;
  readonly hasSecondFactor: boolean;
  readonly deletedAt: Date | null;
}

export function presentRow(actor: Acting, account: StoredAccount): AccountRow {
  const { maxChats: _, ...row } = account;
  return {
    ...row,
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    deletedAt: account.deletedAt?.toISOString() ?? null,
    rights: rightsOnAccount(actor, account),
  };
}

export function presentDetail(
  actor: Acting,
  account: StoredAccount,
  assignments: Assignments,
  contactIds: readonly string[],
): AccountDetail {
  return {
    ...presentRow(actor, account),
    maxChats: account.maxChats,
    queueIds: [...assignments.queueIds],
    poolIds: [...assignments.poolIds],
    roomIds: [...assignments.roomIds],
    contactIds: [...contactIds],
  };
}

import {
  type AccountChange,
  type AccountDetail,
  changeAccount,
} from '#protocol/account-administration.ts';
import type { TextKey } from '../../platform/i18n/index.ts';

/** What the drawer edits: an empty e-mail stands for none. */
export interface AccountDraft {
  displayName: string;
  username: string;
  email: string;
  role: AccountDetail['role'];
  chatAccess: boolean;
  language: AccountDetail['language'];
  maxChats: number | string;
  queueIds: string[];
  poolIds: string[];
  roomIds: string[];
  contactIds: string[];
}

export function draftOf(account: AccountDetail): AccountDraft {
  const { displayName, username, email, role, chatAccess, language, maxChats } = account;
  const { queueIds, poolIds, roomIds, contactIds } = account;
  return {
    displayName,
    username,
    email: email ?? '',
    role,
    chatAccess,
    language,
    maxChats,
    queueIds,
    poolIds,
    roomIds,
    contactIds,
  };
}

/** What turns one draft into another, as the endpoint takes it. Turned round, it takes a change back. */
export function changeOf(before: AccountDraft, after: AccountDraft): AccountChange {
  const [was, is] = [bodyOf(before), bodyOf(after)];
  const changed = Object.entries(is).filter(
    ([name, value]) => !isSame(was[name as keyof AccountDraft], value),
  );
  return Object.fromEntries(changed);
}

export function isChanged(before: AccountDraft, after: AccountDraft): boolean {
  return Object.keys(changeOf(before, after)).length > 0;
}

/** What the server would refuse, by field, by the rules of the endpoint itself. */
export function faultsOf(change: AccountChange): Record<string, TextKey> {
  const result = changeAccount.body.safeParse(change);
  if (result.success) return {};
  return faultsAt(result.error.issues.map(({ path }) => path.join('.')));
}

const SAYS: Readonly<Record<string, TextKey>> = {
  displayName: 'accounts.fault.name',
  username: 'accounts.fault.username',
  email: 'accounts.fault.email',
  maxChats: 'accounts.fault.maxChats',
};

/** A sentence for each field that is named by a dotted path; within a list, for the list. */
export function faultsAt(paths: readonly string[]): Record<string, TextKey> {
  return Object.fromEntries(
    paths.map((path) => {
      const [field = ''] = path.split('.');
      return [field, SAYS[field] ?? 'accounts.fault.refused'];
    }),
  );
}

function bodyOf(draft: AccountDraft) {
  const email = draft.email.trim();
  return {
    ...draft,
    displayName: draft.displayName.trim(),
    username: draft.username.trim(),
    email: email === '' ? null : email,
    // An emptied field is no number, which the rules refuse.
    maxChats: draft.maxChats === '' ? Number.NaN : Number(draft.maxChats),
  };
}

/** The order of a list means nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((item) => other.includes(item));
}

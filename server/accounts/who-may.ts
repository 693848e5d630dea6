import type { AccountRights } from '#protocol/account-administration.ts';
import type { Role } from '#protocol/accounts.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';

export type AccountAction =
  | 'view'
  | 'edit'
  | 'changeRole'
  | 'setPassword'
  | 'endSessions'
  | 'delete'
  | 'restore';

/** What the rules ask of who acts. */
export type Acting = Pick<StaffActor, 'accountId' | 'institutionId' | 'role'>;

/** What they ask of the account that it is done to. */
export interface ActedOn {
  readonly id: string;
  readonly institutionId: string;
  readonly role: Role;
  readonly deletedAt: Date | null;
}

const RANK: Readonly<Record<Role, number>> = { operator: 0, admin: 1, owner: 2 };

/** Admins of an institution, and the owner everywhere, manage what belongs to it. */
export function managesInstitution(
  actor: Pick<Acting, 'institutionId' | 'role'>,
  institutionId: string,
): boolean {
  if (actor.role === 'owner') return true;
  return actor.role === 'admin' && actor.institutionId === institutionId;
}

/**
 * Whether somebody may do this to an account. That the last admin and the last owner stay is not
 * asked here: it depends on who else is there, under a lock.
 */
export function mayOnAccount(actor: Acting, action: AccountAction, account: ActedOn): boolean {
  const isOwn = actor.accountId === account.id;
  if (action === 'view' && isOwn) return true;
  if (!managesInstitution(actor, account.institutionId)) return false;
  if (action === 'view') return true;
  // Who may change the e-mail of an account can sign in to it: nobody reaches above themselves.
  if (RANK[account.role] > RANK[actor.role]) return false;
  if ((account.deletedAt !== null) !== (action === 'restore')) return false;
  // One's own is changed by who knows the current one, not by whoever finds the desk unlocked.
  return !(isOwn && action === 'setPassword');
}

/** Nobody makes a role above their own. */
export function mayGiveRole(actor: Acting, role: Role): boolean {
  return actor.role !== 'operator' && RANK[role] <= RANK[actor.role];
}

/** The answers that travel with an account, so that buttons and server agree. */
export function rightsOnAccount(actor: Acting, account: ActedOn): AccountRights {
  return {
    mayEdit: mayOnAccount(actor, 'edit', account),
    mayDelete: mayOnAccount(actor, 'delete', account),
    mayRestore: mayOnAccount(actor, 'restore', account),
    mayChangeRole: mayOnAccount(actor, 'changeRole', account),
    maySetPassword: mayOnAccount(actor, 'setPassword', account),
  };
}

/** @throws may_not; conflict when it is allowed, but not in the state that the account is in */
export function refuseUnlessMay(actor: Acting, action: AccountAction, account: ActedOn): void {
  if (mayOnAccount(actor, action, account)) return;
  if (!managesInstitution(actor, account.institutionId))
    throw problem(
      'may_not',
      'Accounts are managed by the admins of their institution and the owner.',
    );
  if (RANK[account.role] > RANK[actor.role])
    throw problem(
      'may_not',
      'An account with a higher role than yours is managed by who has that role.',
    );
  if (action === 'restore') throw problem('conflict', 'This account is not deleted.');
  if (account.deletedAt !== null)
    throw problem('conflict', 'This account is deleted. Restore it first.');
  throw problem(
    'may_not',
    'Your own password is changed in your security settings, with the current one.',
  );
}

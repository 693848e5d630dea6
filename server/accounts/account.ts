import type { Account } from '#protocol/accounts.ts';
import type { StaffActor } from '../platform/http/actor.ts';

export function presentAccount(actor: StaffActor): Account {
  return {
    id: actor.accountId,
    username: actor.username,
    displayName: actor.displayName,
    email: actor.email,
    institutionId: actor.institutionId,
    role: actor.role,
    chatAccess: actor.chatAccess,
  };
}

/** Admins of an institution, and the owner everywhere, manage what belongs to it. */
export function managesInstitution(actor: StaffActor, institutionId: string): boolean {
  if (actor.role === 'owner') return true;
  return actor.role === 'admin' && actor.institutionId === institutionId;
}

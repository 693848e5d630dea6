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

import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';

type FactorAction =
  | 'account.authenticatorAdded'
  | 'account.authenticatorRemoved'
  | 'account.recoveryCodesRenewed'
  | 'account.passkeyAdded'
  | 'account.passkeyRemoved';

/** What people did to their own second factors; `name`: of a passkey. */
export function auditOwnFactor(
  sql: Queries,
  actor: StaffActor,
  { at, action, name }: { at: Date; action: FactorAction; name: string | null },
): Promise<void> {
  const { accountId, username, institutionId } = actor;
  const passkey = name === null ? null : { passkey: name };
  const isAdded = action.endsWith('Added');
  return recordAudit(sql, {
    at,
    actor,
    action,
    target: { kind: 'account', id: accountId, name: username, institutionId },
    before: isAdded ? null : passkey,
    after: isAdded ? passkey : null,
  });
}

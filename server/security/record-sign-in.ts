import { type AuditActor, recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Arrival } from './open-session.ts';
import { tellRefusalsOf } from './refused-sign-ins.ts';

/** In the transaction that begins the session, after what was refused before it. */
export async function recordSignIn(
  sql: Queries,
  actor: StaffActor,
  { visit }: Arrival,
  at: Date,
): Promise<void> {
  const { accountId: id, username: name, institutionId } = actor;
  await tellRefusalsOf(sql, id, at);
  await recordAudit(sql, {
    at,
    actor,
    action: 'session.begun',
    target: { kind: 'account', id, name, institutionId },
    before: null,
    after: { device: visit.device },
  });
}

/** Somebody signed out, or ended a session of theirs from another one: then where that was. */
export function recordSessionEnd(
  sql: Queries,
  actor: AuditActor & { readonly institutionId: string },
  ended: Visit | null,
  at: Date,
): Promise<void> {
  const { accountId: id, username: name, institutionId } = actor;
  return recordAudit(sql, {
    at,
    actor,
    action: ended === null ? 'session.signedOut' : 'session.ended',
    target: { kind: 'account', id, name, institutionId },
    before: ended && { device: ended.device, address: ended.address },
    after: null,
  });
}

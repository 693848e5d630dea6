import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { StoredTicket } from './ticket.ts';

/** Whose a ticket is and how far: what was said in it stays in it alone. */
export function auditTicket(
  sql: Queries,
  actor: StaffActor,
  before: StoredTicket,
  after: StoredTicket,
  at: Date,
): Promise<void> {
  const { id, number, institutionId } = before;
  return recordAudit(sql, {
    at,
    actor,
    action: 'ticket.changed',
    target: { kind: 'ticket', id, name: `#${number}`, institutionId },
    before: { state: before.state, owner: before.ownerName },
    after: { state: after.state, owner: after.ownerName },
  });
}

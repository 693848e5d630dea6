import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { StoredTicket } from './ticket.ts';

/**
 * Whose a ticket is, how far, and whether answers have an address to go to. The address itself, and
 * what was said, stay in the ticket alone.
 */
export function auditTicket(
  sql: Queries,
  actor: StaffActor | null,
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
    before: told(before),
    after: told(after),
  });
}

function told({ state, ownerName, email }: StoredTicket) {
  return { state, owner: ownerName, email: email !== null };
}

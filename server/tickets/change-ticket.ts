import type { z } from 'zod';
import type { changeTicket as contract, Ticket } from '#protocol/tickets.ts';
import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { findAssignee } from './assignees.ts';
import { auditTicket } from './audit-ticket.ts';
import { appendEntries, type NewEntry } from './entries.ts';
import { refuseMerged, refuseUnlessSeen } from './refuse.ts';
import { lockHandledTicket, readTicket } from './store.ts';
import { presentTicket, type StoredTicket } from './ticket.ts';
import { named, ownerOf } from './way-home.ts';

type Wish = z.output<typeof contract.body>;

/**
 * Moves a ticket on, gives it to somebody, or writes down the patron's address. Who takes a new ticket
 * has opened it. What is as it was wished already changes nothing, and leaves no trace.
 *
 * @throws not_found, conflict, breaks_rule with `ownerId` for somebody who may not handle it
 */
export async function changeTicket(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  ticketId: string,
  wish: Wish,
): Promise<Ticket> {
  const now = clock.now();
  const { changed, ownerBefore, isMoved } = await database.sql
    .transaction()
    .execute(async (sql) => {
      const ticket = await lockHandledTicket(sql, actor, ticketId);
      if (!ticket) throw problem('not_found', 'There is no such ticket.');
      refuseMerged(ticket);
      if (wish.after !== undefined)
        await refuseUnlessSeen(sql, ticket, actor, wish.after, ['state', 'owner']);

      const entries = await entriesOf(sql, actor, ticket, wish);
      const ownerId = wish.ownerId === undefined ? ticket.ownerId : wish.ownerId;
      const state = wishedState(ticket, wish);
      const email = wish.email === undefined ? ticket.email : wish.email;
      const bouncedAt = email === ticket.email ? ticket.bouncedAt : null;
      await sql
        .updateTable('tickets')
        .set({ ownerId, state, email, bouncedAt })
        .where('id', '=', ticketId)
        .execute();
      await appendEntries(sql, ticket, entries, now);
      const changed = await readTicket(sql, ticketId);
      await auditTicket(sql, actor, ticket, changed, now);
      if (ticket.email !== null && email !== null && email !== ticket.email)
        await auditOtherAddress(sql, actor, ticket, now);
      return { changed, ownerBefore: ticket.ownerId, isMoved: entries.length > 0 };
    });
  if (isMoved) bus.publish('ticket', { ticketId, ownerBefore });
  return presentTicket(changed);
}

function wishedState(ticket: StoredTicket, { state, ownerId }: Wish) {
  if (state !== undefined) return state;
  const isTaken = ownerId !== undefined && ownerId !== null;
  return isTaken && ticket.state === 'new' ? 'open' : ticket.state;
}

async function entriesOf(
  sql: Queries,
  actor: StaffActor,
  ticket: StoredTicket,
  wish: Wish,
): Promise<NewEntry[]> {
  const actorId = actor.accountId;
  const entries: NewEntry[] = [];
  if (wish.ownerId !== undefined && wish.ownerId !== ticket.ownerId) {
    const to = wish.ownerId === null ? null : await findAssignee(sql, actor, ticket, wish.ownerId);
    if (to === undefined) throw notAnAssignee();
    entries.push({
      kind: 'owner',
      actorId,
      body: { from: named(ownerOf(ticket)), to: named(to) },
    });
  }
  const state = wishedState(ticket, wish);
  if (state !== ticket.state)
    entries.push({ kind: 'state', actorId, body: { from: ticket.state, to: state } });
  if (wish.email !== undefined && wish.email !== ticket.email)
    entries.push({ kind: 'address', actorId, body: { to: wish.email } });
  return entries;
}

function notAnAssignee() {
  const message = 'must be a colleague of the ticket’s library with chat access';
  return problem('breaks_rule', `The owner ${message}.`, [{ path: 'ownerId', message }]);
}

/** From one address to another: that it happened is told, and no address. */
function auditOtherAddress(
  sql: Queries,
  actor: StaffActor,
  { id, number, institutionId }: StoredTicket,
  at: Date,
): Promise<void> {
  return recordAudit(sql, {
    at,
    actor,
    action: 'ticket.addressChanged',
    target: { kind: 'ticket', id, name: `#${number}`, institutionId },
    before: null,
    after: null,
  });
}

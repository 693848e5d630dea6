import type { Ticket, TicketState } from '#protocol/tickets.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { findVisibleTicket, updateState } from './store.ts';
import { presentTicket } from './ticket.ts';

/**
 * Whoever works at the institution moves its questions on.
 *
 * @throws not_found for another institution's question, whether or not there is one
 */
export async function changeTicket(
  { database }: Parts,
  actor: StaffActor,
  ticketId: string,
  state: TicketState,
): Promise<Ticket> {
  const ticket = await findVisibleTicket(database.sql, actor, ticketId);
  if (!ticket) throw problem('not_found', 'There is no such question.');
  await updateState(database.sql, ticketId, state);
  return presentTicket({ ...ticket, state });
}

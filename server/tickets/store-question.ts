import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { findByClientId, insertTicket, type NewTicket } from './store.ts';
import { isSameQuestion } from './ticket.ts';

export interface Left {
  readonly ticketId: string;
  /** False for a repeat of what was stored already. */
  readonly isNew: boolean;
}

/** @throws client_id_taken when the client id came with another question before */
export async function storeQuestion(sql: Queries, ticket: NewTicket): Promise<Left> {
  const isNew = await insertTicket(sql, ticket, { state: 'new', ownerId: null });
  if (isNew) return { ticketId: ticket.id, isNew: true };

  const first = await findByClientId(sql, ticket.widgetId, ticket.clientId);
  if (!first || !isSameQuestion(first, ticket)) throw problem('client_id_taken');
  return { ticketId: first.id, isNew: false };
}

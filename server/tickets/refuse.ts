import type { TicketEntry } from '#protocol/ticket-entries.ts';
import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { findEntry, findOthersEntry } from './entries.ts';
import type { StoredTicket } from './ticket.ts';

/** @throws conflict for a ticket that goes on in another */
export function refuseMerged(ticket: StoredTicket): void {
  if (ticket.mergedInto === null) return;
  throw problem('conflict', `This ticket goes on as #${ticket.mergedNumber}.`);
}

/**
 * Two who answer at once are told: the later one reads first what the other did.
 *
 * @throws conflict when somebody else did something of these kinds after the last entry that was read
 */
export async function refuseUnlessSeen(
  sql: Queries,
  ticket: StoredTicket,
  { accountId }: { readonly accountId: string },
  after: number,
  kinds: readonly TicketEntry['kind'][],
): Promise<void> {
  const other = await findOthersEntry(sql, ticket.id, { after, kinds, accountId });
  if (!other) return;
  const who = other.actorName ?? 'The patron';
  const what = other.kind === 'mail' || other.kind === 'reply' ? 'has written' : 'has changed it';
  throw problem('conflict', `${who} ${what} meanwhile. Read it, then decide again.`);
}

/**
 * Whether this very thing was stored before.
 *
 * @throws client_id_taken when the client id came with something else
 */
export async function isRepeat(
  sql: Queries,
  ticketId: string,
  kind: TicketEntry['kind'],
  { clientId, text }: { readonly clientId: string; readonly text: string },
): Promise<boolean> {
  const first = await findEntry(sql, ticketId, clientId);
  if (first && (first.kind !== kind || first.text !== text)) throw problem('client_id_taken');
  return first !== undefined;
}

import { z } from 'zod';
import { id } from '#protocol/schemas.ts';
import type { listTickets as contract, Ticket } from '#protocol/tickets.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { parsePart } from '../platform/http/parse-part.ts';
import { listVisibleTickets } from './store.ts';
import { presentTicket } from './ticket.ts';

/** The id of the last ticket of a page: what comes in while somebody leafs shifts nothing. */
const cursorPart = z.object({ cursor: id });

/** @throws malformed for a cursor that no page of this list ended with */
export async function listTickets(
  sql: Queries,
  actor: StaffActor,
  { state, cursor, limit }: z.output<typeof contract.query>,
): Promise<{ items: Ticket[]; nextCursor: string | null }> {
  const before = cursor === undefined ? null : parsePart(cursorPart, { cursor }).cursor;
  // One more than asked for tells whether there is a next page.
  const found = await listVisibleTickets(sql, actor, { state, before, limit: limit + 1 });
  const items = found.slice(0, limit).map(presentTicket);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? last.id : null };
}

import { z } from 'zod';
import { id, instant } from '#protocol/schemas.ts';
import type { TicketEntry } from '#protocol/ticket-entries.ts';
import type {
  listTicketEntries as entriesContract,
  Ticket,
  listTickets as ticketsContract,
} from '#protocol/tickets.ts';
import { noSuchPage } from '../platform/cursor.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { readEntries } from './entries.ts';
import { listHandledTickets, type Place } from './list-handled.ts';
import { presentTicket } from './ticket.ts';

/** @throws malformed for a cursor that no page of this list ended with */
export async function listTickets(
  sql: Queries,
  actor: StaffActor,
  query: z.output<typeof ticketsContract.query>,
): Promise<{ items: Ticket[]; nextCursor: string | null }> {
  const { state, owner, institutionId, q, cursor, limit } = query;
  const before = cursor === undefined ? null : readCursor(cursor);
  const ownerId = owner === 'me' ? actor.accountId : owner === 'none' ? null : owner;
  // One more than asked for tells whether there is a next page.
  const found = await listHandledTickets(
    sql,
    actor,
    { state, ownerId, institutionId, q },
    { before, limit: limit + 1 },
  );
  const items = found.slice(0, limit).map(presentTicket);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? writeCursor(last) : null };
}

/** When the last ticket of a page was moved, and which it was: what moves meanwhile shifts nothing. */
const cursorParts = z.tuple([instant, id]);

function writeCursor({ updatedAt, id: ticketId }: Ticket): string {
  return `${updatedAt}~${ticketId}`;
}

function readCursor(cursor: string): Place {
  const parts = cursorParts.safeParse(cursor.split('~'));
  if (!parts.success) throw noSuchPage('of this list');
  const [updatedAt, ticketId] = parts.data;
  return { updatedAt: new Date(updatedAt), id: ticketId };
}

const entryCursor = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .optional();

/** @throws malformed for a cursor that no page of this list ended with */
export async function listEntries(
  sql: Queries,
  ticketId: string,
  { cursor, limit }: z.output<typeof entriesContract.query>,
): Promise<{ items: TicketEntry[]; nextCursor: string | null }> {
  const after = entryCursor.safeParse(cursor);
  if (!after.success) throw noSuchPage('of this list');
  const found = await readEntries(sql, ticketId, after.data ?? 0, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? String(last.seq) : null };
}

import { sql as fragment, type RawBuilder } from 'kysely';
import type { TicketState } from '#protocol/ticket-entries.ts';
import type { Queries } from '../platform/database/index.ts';
import { searchedWords } from './searched-words.ts';
import { ticketRows } from './store.ts';
import type { StoredTicket } from './ticket.ts';
import { type Handler, waysToHandle } from './who-may.ts';

export interface TicketFilter {
  readonly state: TicketState | undefined;
  readonly ownerId: string | null | undefined;
  readonly institutionId: string | undefined;
  readonly q: string | undefined;
}

/** The last of a page: the next one begins behind it. */
export interface Place {
  readonly updatedAt: Date;
  readonly id: string;
}

interface Page {
  readonly before: Place | null;
  readonly limit: number;
}

/** Tickets that a search reads one by one, before it asks the index of words. */
const WALK = 2_000;

/** The last moved first; those that were merged stand in the ticket that goes on. */
export async function listHandledTickets(
  sql: Queries,
  actor: Handler,
  filter: TicketFilter,
  page: Page,
): Promise<StoredTicket[]> {
  const lists: StoredTicket[][] = [];
  for (const way of await waysToHandle(sql, actor)) {
    const list = narrow(ticketRows(sql).where(way), filter, page);
    lists.push(await readList(sql, list, filter.q?.trim() ?? '', page.limit));
  }
  return lists.flat().sort(lastMovedFirst).slice(0, page.limit);
}

function lastMovedFirst(one: StoredTicket, other: StoredTicket): number {
  const later = other.updatedAt.getTime() - one.updatedAt.getTime();
  return later === 0 ? (one.id < other.id ? 1 : -1) : later;
}

type TicketRows = ReturnType<typeof ticketRows>;

function narrow(
  rows: TicketRows,
  { state, ownerId, institutionId }: TicketFilter,
  { before }: Page,
): TicketRows {
  let query = rows
    .where('tickets.mergedInto', 'is', null)
    .orderBy('tickets.updatedAt', 'desc')
    .orderBy('tickets.id', 'desc');
  if (state !== undefined) query = query.where('tickets.state', '=', state);
  if (institutionId !== undefined) query = query.where('tickets.institutionId', '=', institutionId);
  if (ownerId === null) query = query.where('tickets.ownerId', 'is', null);
  else if (ownerId !== undefined) query = query.where('tickets.ownerId', '=', ownerId);
  if (before === null) return query;
  return query.where((eb) =>
    eb(eb.refTuple('tickets.updatedAt', 'tickets.id'), '<', eb.tuple(before.updatedAt, before.id)),
  );
}

async function readList(
  sql: Queries,
  list: TicketRows,
  q: string,
  limit: number,
): Promise<StoredTicket[]> {
  if (q === '') return list.limit(limit).execute();
  const number = /^#(\d{1,9})$/.exec(q)?.[1];
  if (number !== undefined) return list.where('tickets.number', '=', Number(number)).execute();
  return searchList(sql, list, fragment`to_tsquery('simple', ${searchedWords(q)})`, limit);
}

/**
 * A word that many tickets have is in enough of the latest, read one by one; of a word that few have the
 * index knows all quickly. Either way round, the other takes long over many tickets.
 */
async function searchList(
  sql: Queries,
  list: TicketRows,
  searched: RawBuilder<unknown>,
  limit: number,
): Promise<StoredTicket[]> {
  const places = list.clearSelect().select(['tickets.id', 'tickets.updatedAt']);
  const { rows } = await fragment<{ walked: number; found: string[] }>`
    with walk as materialized (${places.limit(WALK)}), found as (
      select walk.id, walk.updated_at from walk
      join ticket_texts on ticket_texts.ticket_id = walk.id and words @@ ${searched}
      order by walk.updated_at desc, walk.id desc limit ${limit}
    )
    select (select count(*)::int from walk) as walked, array(select id from found) as found
  `.execute(sql);
  const { walked = 0, found = [] } = rows[0] ?? {};
  if (found.length === limit || walked < WALK) return readAll(list, found);
  const told = fragment<boolean>`tickets.id = any (array(
    select ticket_id from ticket_texts where words @@ ${searched}))`;
  const all = await places.where(told).limit(limit).execute();
  return readAll(
    list,
    all.map(({ id }) => id),
  );
}

async function readAll(list: TicketRows, ids: readonly string[]): Promise<StoredTicket[]> {
  return ids.length === 0 ? [] : list.where('tickets.id', 'in', ids).execute();
}

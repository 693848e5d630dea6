import type { TicketState } from '#protocol/ticket-entries.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StoredTicket, WrittenQuestion } from './ticket.ts';
import { type Handler, handledBy } from './who-may.ts';

export interface NewTicket extends WrittenQuestion {
  readonly id: string;
  readonly clientId: string;
  readonly widgetId: string;
  readonly institutionId: string;
  readonly language: string;
  readonly pageUrl: string | null;
  readonly pageTitle: string | null;
  readonly createdAt: Date;
}

/** Answers whether it is stored; not when the widget has had this client id before. */
export async function insertTicket(
  sql: Queries,
  ticket: NewTicket,
  begin: { readonly state: TicketState; readonly ownerId: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('tickets')
    .values({ ...ticket, ...begin, updatedAt: ticket.createdAt })
    .onConflict((conflict) => conflict.columns(['widgetId', 'clientId']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export function findByClientId(
  sql: Queries,
  widgetId: string,
  clientId: string,
): Promise<(WrittenQuestion & { readonly id: string }) | undefined> {
  return sql
    .selectFrom('tickets')
    .select(['id', 'chatId', 'question', 'name', 'email'])
    .where('widgetId', '=', widgetId)
    .where('clientId', '=', clientId)
    .executeTakeFirst();
}

/** Undefined when there is none, and just so when it is not the actor's to handle. */
export function findHandledTicket(
  sql: Queries,
  actor: Handler,
  ticketId: string,
): Promise<StoredTicket | undefined> {
  return ticketRows(sql)
    .where(handledBy(actor))
    .where('tickets.id', '=', ticketId)
    .executeTakeFirst();
}

/** The same, its row locked until the transaction ends. */
export function lockHandledTicket(
  sql: Queries,
  actor: Handler,
  ticketId: string,
): Promise<StoredTicket | undefined> {
  return ticketRows(sql)
    .where(handledBy(actor))
    .where('tickets.id', '=', ticketId)
    .forUpdate('tickets')
    .executeTakeFirst();
}

type Key = { readonly id: string } | { readonly number: number } | { readonly chatId: string };

/** Whoever asks; of a ticket that was merged, the one that goes on in its place. */
export async function lockLiveTicket(sql: Queries, key: Key): Promise<StoredTicket | undefined> {
  const rows = ticketRows(sql).forUpdate('tickets');
  const ticket = await rows
    .where((eb) => {
      if ('id' in key) return eb('tickets.id', '=', key.id);
      if ('chatId' in key) return eb('tickets.chatId', '=', key.chatId);
      return eb('tickets.number', '=', key.number);
    })
    .executeTakeFirst();
  return ticket?.mergedInto ? lockLiveTicket(sql, { id: ticket.mergedInto }) : ticket;
}

/** For a caller who has shown already that they handle it. */
export function readTicket(sql: Queries, ticketId: string): Promise<StoredTicket> {
  return ticketRows(sql).where('tickets.id', '=', ticketId).executeTakeFirstOrThrow();
}

/** All that `StoredTicket` has. */
export function ticketRows(sql: Queries) {
  return sql
    .selectFrom('tickets')
    .innerJoin('institutions', 'institutions.id', 'tickets.institutionId')
    .leftJoin('accounts as owners', 'owners.id', 'tickets.ownerId')
    .leftJoin('tickets as others', 'others.id', 'tickets.mergedInto')
    .select([
      'tickets.id',
      'tickets.number',
      'tickets.state',
      'tickets.institutionId',
      'institutions.name as institutionName',
      'tickets.chatId',
      'tickets.question',
      'tickets.name',
      'tickets.email',
      'tickets.language',
      'tickets.pageUrl',
      'tickets.pageTitle',
      'tickets.ownerId',
      'owners.displayName as ownerName',
      'tickets.mergedInto',
      'others.number as mergedNumber',
      'tickets.bouncedAt',
      'tickets.lastSeq',
      'tickets.createdAt',
      'tickets.updatedAt',
    ]);
}

/** What a chat's question takes along from it. A practice came by no widget and leaves none. */
export function findChatOrigin(sql: Queries, chatId: string) {
  return sql
    .selectFrom('chats')
    .select(['widgetId', 'institutionId', 'patronName', 'patronEmail', 'language'])
    .select(['pageUrl', 'pageTitle'])
    .where('id', '=', chatId)
    .where('widgetId', 'is not', null)
    .$narrowType<{ widgetId: string }>()
    .executeTakeFirst();
}

/** Its content; undefined for none, and for one that was too large to keep. */
export async function findAttachment(
  sql: Queries,
  ticketId: string,
  attachmentId: string,
): Promise<Buffer | undefined> {
  const row = await sql
    .selectFrom('ticketAttachments')
    .select('content')
    .where('id', '=', attachmentId)
    .where('ticketId', '=', ticketId)
    .executeTakeFirst();
  return row?.content ?? undefined;
}

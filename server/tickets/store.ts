import type { TicketState } from '#protocol/tickets.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { StoredTicket, WrittenQuestion } from './ticket.ts';

export interface NewTicket extends WrittenQuestion {
  readonly id: string;
  readonly clientId: string;
  readonly widgetId: string;
  readonly institutionId: string;
  readonly pageUrl: string | null;
  readonly pageTitle: string | null;
  readonly createdAt: Date;
}

/** Answers whether it is stored; not when the widget has had this client id before. */
export async function insertTicket(sql: Queries, ticket: NewTicket): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('tickets')
    .values({ ...ticket, state: 'new' })
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

/** Newest first. `before`: the id of a ticket; null begins with the newest. */
export function listVisibleTickets(
  sql: Queries,
  actor: StaffActor,
  filter: { state: TicketState | undefined; before: string | null; limit: number },
): Promise<StoredTicket[]> {
  const { state, before, limit } = filter;
  return visibleTickets(sql, actor)
    .$if(state !== undefined, (query) => query.where('tickets.state', '=', state ?? 'new'))
    .$if(before !== null, (query) => query.where('tickets.id', '<', before))
    .orderBy('tickets.id', 'desc')
    .limit(limit)
    .execute();
}

export function findVisibleTicket(
  sql: Queries,
  actor: StaffActor,
  ticketId: string,
): Promise<StoredTicket | undefined> {
  return visibleTickets(sql, actor).where('tickets.id', '=', ticketId).executeTakeFirst();
}

/** Those of the caller's institution; for the owner, all. */
function visibleTickets(sql: Queries, actor: StaffActor) {
  return sql
    .selectFrom('tickets')
    .innerJoin('institutions', 'institutions.id', 'tickets.institutionId')
    .select([
      'tickets.id',
      'tickets.state',
      'tickets.institutionId',
      'institutions.name as institutionName',
      'tickets.chatId',
      'tickets.question',
      'tickets.name',
      'tickets.email',
      'tickets.pageUrl',
      'tickets.pageTitle',
      'tickets.createdAt',
    ])
    .$if(actor.role !== 'owner', (query) =>
      query.where('tickets.institutionId', '=', actor.institutionId),
    );
}

export async function updateState(
  sql: Queries,
  ticketId: string,
  state: TicketState,
): Promise<void> {
  await sql.updateTable('tickets').set({ state }).where('id', '=', ticketId).execute();
}

/** What a chat's question takes along from it. A practice leaves none. */
export function findChatOrigin(sql: Queries, chatId: string) {
  return sql
    .selectFrom('chats')
    .select(['widgetId', 'institutionId', 'patronName', 'patronEmail', 'pageUrl', 'pageTitle'])
    .where('id', '=', chatId)
    .where('widgetId', 'is not', null)
    .$narrowType<{ widgetId: string }>()
    .executeTakeFirst();
}

import {
  addTicketNote,
  changeTicket,
  countWaitingTickets,
  listAssignees,
  listTicketEntries,
  listTickets,
  mergeTicket,
  readAttachment,
  readTicket,
  readTicketChat,
  replyToTicket,
  unmergeTicket,
} from '#protocol/tickets.ts';
import { readEventPage } from '../chats/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { created, file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { problem } from '../platform/problem.ts';
import { addNote } from './add-note.ts';
import { listAssignees as readAssignees } from './assignees.ts';
import { changeTicket as change } from './change-ticket.ts';
import { countWaiting } from './count-waiting.ts';
import { listEntries, listTickets as readTickets } from './list-tickets.ts';
import { mergeTickets, unmergeTicket as unmerge } from './merge-tickets.ts';
import { replyToTicket as reply } from './reply-to-ticket.ts';
import type { TicketParts } from './routes.ts';
import { findAttachment, findHandledTicket } from './store.ts';
import { presentTicket, type StoredTicket } from './ticket.ts';

export function routeStaffTickets(app: App, parts: TicketParts): void {
  const { sql } = parts.database;

  async function handled(actor: StaffActor, ticketId: string): Promise<StoredTicket> {
    const ticket = await findHandledTicket(sql, actor, ticketId);
    if (!ticket) throw problem('not_found', 'There is no such ticket.');
    return ticket;
  }

  route(app, listTickets, async ({ actor, query }) => ok(await readTickets(sql, actor, query)));

  route(app, countWaitingTickets, async ({ actor }) =>
    ok({ count: await countWaiting(sql, actor) }),
  );

  route(app, readTicket, async ({ actor, params }) =>
    ok(presentTicket(await handled(actor, params.ticketId))),
  );

  route(app, listTicketEntries, async ({ actor, params, query }) => {
    const ticket = await handled(actor, params.ticketId);
    return ok(await listEntries(sql, ticket.id, query));
  });

  route(app, readTicketChat, async ({ actor, params, query }) => {
    const { chatId } = await handled(actor, params.ticketId);
    if (chatId === null) throw problem('not_found', 'This ticket comes from no chat.');
    return ok(await readEventPage(sql, chatId, 'staff', query.after, query.limit));
  });

  route(app, readAttachment, async ({ actor, params }) => {
    const { id } = await handled(actor, params.ticketId);
    const content = await findAttachment(sql, id, params.attachmentId);
    if (!content) throw problem('not_found', 'There is no such file, or it was too large to keep.');
    // Never shown within these pages, whatever it claims to be; the console gives it its name.
    return file('attachment', 'application/octet-stream', content);
  });

  route(app, listAssignees, async ({ actor, params, query }) =>
    ok(await readAssignees(sql, await handled(actor, params.ticketId), query)),
  );

  route(app, changeTicket, async ({ actor, params, body }) =>
    ok(await change(parts, actor, params.ticketId, body)),
  );

  route(app, replyToTicket, async ({ actor, params, body }) => {
    const { ticket, isNew } = await reply(parts, actor, params.ticketId, body);
    return isNew ? created(ticket) : ok(ticket);
  });

  route(app, addTicketNote, async ({ actor, params, body }) => {
    const { ticket, isNew } = await addNote(parts, actor, params.ticketId, body);
    return isNew ? created(ticket) : ok(ticket);
  });

  route(app, mergeTicket, async ({ actor, params, body }) =>
    ok(await mergeTickets(parts, actor, params.ticketId, body.intoId)),
  );

  route(app, unmergeTicket, async ({ actor, params }) =>
    ok(await unmerge(parts, actor, params.ticketId)),
  );
}

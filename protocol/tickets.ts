import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  emailAddress,
  id,
  instant,
  page,
  personName,
  visitedPage,
  writtenText,
} from './schemas.ts';

/** A question to answer later: every dead end of a chat becomes one at the home institution. */
export const ticketState = z.literal(['new', 'open', 'pending', 'closed']);
export type TicketState = z.infer<typeof ticketState>;

export const ticket = z.object({
  id,
  state: ticketState,
  institutionId: id,
  institutionName: z.string(),
  /** The chat that it comes from, if there was one. */
  chatId: id.nullable(),
  question: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  page: visitedPage.nullable(),
  createdAt: instant,
});
export type Ticket = z.infer<typeof ticket>;

export const leaveQuestion = endpoint({
  method: 'POST',
  path: '/widgets/{widgetId}/questions',
  summary: 'The offline form: a question to answer later; repeatable by clientId',
  access: 'public',
  params: z.object({ widgetId: id }),
  body: z.object({
    clientId: id,
    question: writtenText,
    name: personName.optional(),
    email: emailAddress.optional(),
    page: visitedPage.optional(),
  }),
  answers: { 201: z.object({ ticketId: id }), 200: z.object({ ticketId: id }) },
  problems: ['not_found', 'foreign_origin', 'client_id_taken'],
});

export const listTickets = endpoint({
  method: 'GET',
  path: '/tickets',
  summary: 'Questions left at the caller’s institution (for the owner: at all), newest first',
  access: 'staff',
  query: z.object({
    state: ticketState.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answers: { 200: page(ticket) },
});

export const changeTicket = endpoint({
  method: 'PATCH',
  path: '/tickets/{ticketId}',
  summary: 'Move a question on: new, open, pending, closed',
  access: 'staff',
  params: z.object({ ticketId: id }),
  body: z.object({ state: ticketState }),
  answers: { 200: ticket },
  problems: ['not_found'],
});

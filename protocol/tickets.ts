import { z } from 'zod';
import { eventList } from './chats.ts';
import { endpoint } from './endpoint.ts';
import { EVENTS_PAGE, PAGE_ITEMS } from './limits.ts';
import {
  emailAddress,
  id,
  instant,
  language,
  page,
  personName,
  plainText,
  visitedPage,
  writtenText,
} from './schemas.ts';
import { ticketEntry, ticketState } from './ticket-entries.ts';

export { type TicketEntry, type TicketState, ticketState } from './ticket-entries.ts';

/** A question to answer later: every dead end of a chat becomes one at the home institution. */
export const ticket = z.object({
  id,
  /** For people: in the subject of mails, and on the telephone. */
  number: z.int(),
  state: ticketState,
  institutionId: id,
  institutionName: z.string(),
  /** The chat that it comes from, if there was one. */
  chatId: id.nullable(),
  question: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** Of the mails to the patron. */
  language,
  page: visitedPage.nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  /** The ticket that goes on in place of this one. */
  mergedInto: z.object({ id, number: z.int() }).nullable(),
  /** A mail to the patron came back. */
  hasBounced: z.boolean(),
  /** Number of the last entry. */
  lastSeq: z.int(),
  createdAt: instant,
  updatedAt: instant,
});
export type Ticket = z.infer<typeof ticket>;

const ticketParams = z.object({ ticketId: id });
const limit = z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual);
const cursor = z.string().max(400).optional();
/** As large as the database keeps. */
const entryNumber = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

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
    language: language.optional(),
  }),
  answers: { 201: z.object({ ticketId: id }), 200: z.object({ ticketId: id }) },
  problems: ['not_found', 'foreign_origin', 'client_id_taken'],
});

export const listTickets = endpoint({
  method: 'GET',
  path: '/tickets',
  summary:
    'Tickets of the caller’s institution and those that are theirs (for the owner: all), the last moved first',
  access: 'staff',
  query: z.object({
    state: ticketState.optional(),
    /** An account’s, the caller’s own, or nobody’s. */
    owner: z.union([z.literal(['me', 'none']), id]).optional(),
    /** Words of question, name, address or conversation; or a number, `#12`. */
    q: plainText(200).optional(),
    institutionId: id.optional(),
    cursor,
    limit,
  }),
  answers: { 200: page(ticket) },
});

export const countWaitingTickets = endpoint({
  method: 'GET',
  path: '/tickets/waiting',
  summary: 'How many new and open tickets are the caller’s own, or nobody’s yet',
  access: 'staff',
  answers: {
    200: z.object({
      /** As many at most as COUNTED_TICKETS. */
      count: z.int(),
    }),
  },
});

export const readTicket = endpoint({
  method: 'GET',
  path: '/tickets/{ticketId}',
  summary: 'One ticket',
  access: 'staff',
  params: ticketParams,
  answers: { 200: ticket },
  problems: ['not_found'],
});

export const listTicketEntries = endpoint({
  method: 'GET',
  path: '/tickets/{ticketId}/entries',
  summary: 'What was said in a ticket and what was changed, in order',
  access: 'staff',
  params: ticketParams,
  query: z.object({ cursor, limit }),
  answers: { 200: page(ticketEntry) },
  problems: ['not_found'],
});

export const readTicketChat = endpoint({
  method: 'GET',
  path: '/tickets/{ticketId}/chat',
  summary: 'The transcript of the chat that a ticket comes from, for whoever may read the ticket',
  access: 'staff',
  params: ticketParams,
  query: z.object({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(EVENTS_PAGE).default(EVENTS_PAGE),
  }),
  answers: { 200: eventList },
  problems: ['not_found'],
});

export const readAttachment = endpoint({
  method: 'GET',
  path: '/tickets/{ticketId}/attachments/{attachmentId}',
  summary: 'A file that came with the patron’s mail; never shown, always saved',
  access: 'staff',
  params: z.object({ ticketId: id, attachmentId: id }),
  answers: { 200: z.string() },
  files: ['application/octet-stream'],
  problems: ['not_found'],
});

export const listAssignees = endpoint({
  method: 'GET',
  path: '/tickets/{ticketId}/assignees',
  summary: 'Who may be given a ticket: colleagues at its institution with chat access, by name',
  access: 'staff',
  params: ticketParams,
  query: z.object({ q: plainText(200).optional(), cursor, limit }),
  answers: {
    200: page(z.object({ accountId: id, displayName: z.string(), username: z.string() })),
  },
  problems: ['not_found'],
});

export const changeTicket = endpoint({
  method: 'PATCH',
  path: '/tickets/{ticketId}',
  summary: 'Move a ticket on, give it to somebody, or write down the patron’s address',
  access: 'staff',
  params: ticketParams,
  body: z.object({
    state: ticketState.optional(),
    ownerId: id.nullable().optional(),
    email: emailAddress.nullable().optional(),
    /** The last entry that the caller has read: 409 when somebody else changed the same since. */
    after: entryNumber.optional(),
  }),
  answers: { 200: ticket },
  problems: ['not_found', 'conflict', 'breaks_rule'],
});

export const replyToTicket = endpoint({
  method: 'POST',
  path: '/tickets/{ticketId}/replies',
  summary: 'Answer the patron by mail; repeatable by clientId',
  access: 'staff',
  params: ticketParams,
  body: z.object({
    clientId: id,
    text: writtenText,
    /** The last entry that the writer has read: 409 when the patron or a colleague wrote since. */
    after: entryNumber,
    /** The ticket's state from then on. */
    state: z.literal(['open', 'pending', 'closed']).default('pending'),
  }),
  answers: { 201: ticket, 200: ticket },
  problems: ['not_found', 'conflict', 'breaks_rule', 'client_id_taken'],
});

export const addTicketNote = endpoint({
  method: 'POST',
  path: '/tickets/{ticketId}/notes',
  summary: 'Write a note for staff; repeatable by clientId',
  access: 'staff',
  params: ticketParams,
  body: z.object({ clientId: id, text: writtenText }),
  answers: { 201: ticket, 200: ticket },
  problems: ['not_found', 'client_id_taken'],
});

export const mergeTicket = endpoint({
  method: 'PUT',
  path: '/tickets/{ticketId}/merge',
  summary: 'Let another ticket of the same institution go on in place of this one',
  access: 'staff',
  params: ticketParams,
  body: z.object({ intoId: id }),
  answers: { 200: ticket },
  problems: ['not_found', 'conflict', 'breaks_rule'],
});

export const unmergeTicket = endpoint({
  method: 'DELETE',
  path: '/tickets/{ticketId}/merge',
  summary: 'Let a merged ticket go on by itself again',
  access: 'staff',
  params: ticketParams,
  answers: { 200: ticket },
  problems: ['not_found', 'conflict'],
});

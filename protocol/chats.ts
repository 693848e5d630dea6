import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { chatEvent, resolution, speaker } from './events.ts';
import { EVENTS_PAGE, LONG_POLL_SECONDS, NAME_CHARACTERS } from './limits.ts';
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

/** `waiting`: nobody has it; `active`: an operator owns it; `closed`: read only. */
export const chatState = z.literal(['waiting', 'active', 'closed']);
export type ChatState = z.infer<typeof chatState>;

/** The chat as its patron sees it. */
export const patronChat = z.object({
  id,
  state: chatState,
  lastSeq: z.int(),
  openedAt: instant,
  /** Who answers now. */
  operator: speaker.nullable(),
  /** The patron was offered the form because nobody came in time. */
  formOffered: z.boolean(),
});
export type PatronChat = z.infer<typeof patronChat>;

/** The chat as staff see it: in lists, in the desk's panes and over HTTP. */
export const staffChat = z.object({
  id,
  state: chatState,
  lastSeq: z.int(),
  openedAt: instant,
  /** Since when it waits: opening, or the last return to the queue. */
  waitingSince: instant,
  claimedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** Seconds from opening to the first claim; null before it. */
  waitedSeconds: z.int().nullable(),
  institutionId: id,
  institutionName: z.string(),
  queueId: id,
  queueName: z.string(),
  /** Name of the co-op, if the queue is one's. */
  coopName: z.string().nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  /** The patron's name, or `Guest 6CYJ` with four signs that stay with the chat. */
  patronName: z.string(),
  patronEmail: z.string().nullable(),
  language,
  /** The question, cut at 300 characters. */
  question: z.string(),
  page: visitedPage.nullable(),
  formOffered: z.boolean(),
  /** The patron has a page open with this chat. */
  patronHere: z.boolean(),
  /** Its owner asks a colleague to take it, who has not answered yet. */
  transfer: z
    .object({
      toId: id,
      toName: z.string(),
      fromId: id,
      fromName: z.string(),
      note: z.string().nullable(),
      at: instant,
    })
    .nullable(),
  /** Its patron follows a script; nobody but who practises ever sees it. */
  isPractice: z.boolean(),
  /** How it ended for its question, as staff said last; null until they do. */
  resolution: resolution.nullable(),
});
export type StaffChat = z.infer<typeof staffChat>;

const chatParams = z.object({ chatId: id });
export const eventList = z.object({
  events: z.array(chatEvent),
  /** More come after the last of these. */
  more: z.boolean(),
});

export const openChat = endpoint({
  method: 'POST',
  path: '/widgets/{widgetId}/chats',
  summary:
    'A patron opens a chat with a question; the same clientId again answers 200 with the same chat',
  access: 'public',
  params: z.object({ widgetId: id }),
  body: z.object({
    clientId: id,
    question: writtenText,
    name: personName.optional(),
    email: emailAddress.optional(),
    /** Answers to the widget's own fields, by label. */
    answers: z.record(plainText(NAME_CHARACTERS), plainText(1_000)).optional(),
    page: visitedPage.optional(),
    language: language.optional(),
    patronToken: z.string().max(200).optional(),
  }),
  answers: {
    201: z.object({ chatId: id, token: z.string(), patronToken: z.string() }),
    200: z.object({ chatId: id, token: z.string(), patronToken: z.string() }),
  },
  problems: ['not_found', 'foreign_origin', 'client_id_taken', 'unavailable'],
});

export const listChats = endpoint({
  method: 'GET',
  path: '/chats',
  summary: 'The caller’s chats and those that wait for them, longest wait first',
  access: 'staff',
  answers: { 200: page(staffChat) },
  problems: ['no_chat_access'],
});

export const readChat = endpoint({
  method: 'GET',
  path: '/chats/{chatId}',
  summary: 'One chat: as staff or as its patron sees it',
  access: 'party',
  params: chatParams,
  answers: { 200: z.union([staffChat, patronChat]) },
  problems: ['not_found'],
});

export const claimChat = endpoint({
  method: 'POST',
  path: '/chats/{chatId}/claim',
  summary: 'Take a waiting chat; the first claim wins',
  access: 'staff',
  params: chatParams,
  answers: { 200: staffChat },
  problems: ['not_found', 'claimed_by_other', 'chat_closed', 'at_limit', 'no_chat_access'],
});

export const releaseChat = endpoint({
  method: 'POST',
  path: '/chats/{chatId}/release',
  summary: 'Give one’s chat back to where it came from',
  access: 'staff',
  params: chatParams,
  answers: { 200: staffChat },
  problems: ['not_found', 'may_not', 'chat_closed'],
});

export const closeChat = endpoint({
  method: 'POST',
  path: '/chats/{chatId}/close',
  summary: 'Close the chat, as its operator or as its patron; repeatable with the same clientId',
  access: 'party',
  params: chatParams,
  body: z.object({
    clientId: id,
    /** Staff only. `answered` unless told; a practice is one whatever is told. */
    resolution: resolution.optional(),
    /** Staff only: a note for the chat, and for the ticket of a follow-up. */
    note: writtenText.optional(),
    /** Staff only: the patron's, for the ticket of a follow-up. */
    email: emailAddress.optional(),
  }),
  answers: { 200: z.union([staffChat, patronChat]) },
  problems: ['not_found', 'may_not', 'chat_closed', 'client_id_taken'],
});

export const postMessage = endpoint({
  method: 'POST',
  path: '/chats/{chatId}/messages',
  summary:
    'Say something; acknowledged means stored. A repeat of the clientId answers 200 with the same seq',
  access: 'party',
  params: chatParams,
  body: z.object({ clientId: id, text: writtenText, note: z.boolean().optional() }),
  answers: { 201: z.object({ seq: z.int() }), 200: z.object({ seq: z.int() }) },
  problems: ['not_found', 'may_not', 'chat_closed', 'client_id_taken'],
});

export const readEvents = endpoint({
  method: 'GET',
  path: '/chats/{chatId}/events',
  summary: 'All events after a number; waits for the next one up to `wait` seconds',
  access: 'party',
  params: chatParams,
  query: z.object({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(EVENTS_PAGE).default(EVENTS_PAGE),
    wait: z.coerce.number().min(0).max(LONG_POLL_SECONDS).default(0),
  }),
  answers: { 200: eventList },
  problems: ['not_found'],
});

export const leaveChatQuestion = endpoint({
  method: 'POST',
  path: '/chats/{chatId}/question',
  summary: 'The patron stops waiting: the chat becomes a question to answer later, words included',
  access: 'patron',
  params: chatParams,
  body: z.object({
    clientId: id,
    question: writtenText,
    name: personName.optional(),
    email: emailAddress.optional(),
  }),
  answers: { 201: z.object({ ticketId: id }), 200: z.object({ ticketId: id }) },
  problems: ['not_found', 'chat_closed'],
});

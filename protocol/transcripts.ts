import { z } from 'zod';
import { chatState, staffChat } from './chats.ts';
import { endpoint } from './endpoint.ts';
import { chatEvent } from './events.ts';
import { qualityNote, ratingValue } from './feedback.ts';
import { PAGE_ITEMS } from './limits.ts';
import { id, instant } from './schemas.ts';
import { answering, chatFilter } from './told-chats.ts';

/** What was said, to read afterwards. Which chats somebody finds here, their scope decides. */

/** A piece of what was said; `found`: the words that were searched for. */
export const snippetPart = z.object({ text: z.string(), found: z.boolean() });

/** A row of the list. */
export const transcript = z.object({
  chatId: id,
  state: chatState,
  openedAt: instant,
  closedAt: instant.nullable(),
  /** Home institution. */
  institutionId: id,
  institutionName: z.string(),
  queueId: id,
  queueName: z.string(),
  /** Name of the co-op, if the queue is one's. */
  coopName: z.string().nullable(),
  /** The patron's name, or `Guest 6CYJ`. */
  patronName: z.string(),
  /** Cut at 300 characters. */
  question: z.string(),
  language: z.string(),
  /** Who answered, first to last; empty: nobody did. */
  answerings: z.array(answering),
  /** Seconds from opening to the first message of staff; null: there was none. */
  waitSeconds: z.int().nullable(),
  /** Seconds from opening to closing; null while it runs. */
  durationSeconds: z.int().nullable(),
  /** Of patron and staff. */
  messageCount: z.int(),
  rating: ratingValue.nullable(),
  hasComment: z.boolean(),
  noteCount: z.int(),
  /** How it was closed, as the operator said; null: nobody said. */
  resolution: z.string().nullable(),
  /** Where the searched words stand, in up to three passages; null without a search. */
  snippet: z.array(snippetPart).nullable(),
});
export type Transcript = z.infer<typeof transcript>;

/** A whole chat. The patron’s e-mail address is told to home and to those who answered, else null. */
export const transcriptDetail = z.object({
  chat: staffChat,
  /** All of them, in order, as staff see them. */
  events: z.array(chatEvent),
  answerings: z.array(answering),
  /** Co-ops that it went through, or was offered to in vain. */
  coops: z.array(z.object({ id, name: z.string() })),
  waitSeconds: z.int().nullable(),
  durationSeconds: z.int().nullable(),
  messageCount: z.int(),
  resolution: z.string().nullable(),
  rating: z.object({ value: ratingValue, comment: z.string().nullable(), at: instant }).nullable(),
  notes: z.array(qualityNote),
  /** The caller may write a quality note: of the home library, about somebody who answered. */
  mayNote: z.boolean(),
});
export type TranscriptDetail = z.infer<typeof transcriptDetail>;

export const listTranscripts = endpoint({
  method: 'GET',
  path: '/transcripts',
  summary: 'The chats of a scope, newest first, as far as the caller’s role or level reaches',
  access: 'staff',
  query: chatFilter.extend({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual),
  }),
  answers: { 200: z.object({ items: z.array(transcript), nextCursor: z.string().nullable() }) },
  problems: ['not_found', 'too_long', 'unavailable'],
});

export const exportTranscripts = endpoint({
  method: 'GET',
  path: '/transcripts/export',
  summary: 'The same as a CSV file, a line for each chat',
  access: 'staff',
  query: chatFilter,
  answers: { 200: z.string() },
  files: ['text/csv'],
  problems: ['not_found', 'too_long', 'unavailable'],
});

export const readTranscript = endpoint({
  method: 'GET',
  path: '/transcripts/{chatId}',
  summary: 'A whole chat: what happened in it, who answered, what was thought of it',
  access: 'staff',
  params: z.object({ chatId: id }),
  answers: { 200: transcriptDetail },
  problems: ['not_found'],
});

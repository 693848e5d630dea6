import { z } from 'zod';
import { id, instant, plainText } from './schemas.ts';
import { scope } from './scopes.ts';

/** What transcripts, statistics and feedback are narrowed by, and what all of them tell of a chat. */

/** An instant with its offset, or a date: the beginning of that day in the caller’s library. */
export const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'must be a date or a time such as 2026-03-02T09:00:00Z',
});

/** By opening, in [from, to); absent: without end on that side. */
export const period = { from: moment.optional(), to: moment.optional() };

/** Chats that somebody answered, or that nobody did. */
export const answerState = z.literal(['answered', 'unanswered']);

export const chatFilter = z.object({
  scope,
  ...period,
  /** Words, all of which occur in the chat, or begin a word of it; "two words" together, -word: not that one. */
  q: plainText(200).optional(),
  queueId: id.optional(),
  /** An account that answered. */
  operatorId: id.optional(),
  /** Home institution. */
  institutionId: id.optional(),
  /** Institution of an account that answered, as it was then. */
  answeringInstitutionId: id.optional(),
  /** Came to this co-op. */
  coopId: id.optional(),
  rating: z.coerce.number().int().min(1).max(4).optional(),
  resolution: plainText(50).optional(),
  state: answerState.optional(),
});
export type ChatFilter = z.infer<typeof chatFilter>;

/** An account that answered a chat, and its institution at that moment. */
export const answering = z.object({
  accountId: id,
  displayName: z.string(),
  institutionId: id,
  institutionName: z.string(),
  at: instant,
});
export type Answering = z.infer<typeof answering>;

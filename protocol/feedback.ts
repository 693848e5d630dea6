import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PAGE_ITEMS } from './limits.ts';
import { id, instant, plainText, writtenText } from './schemas.ts';
import { answering, chatFilter } from './told-chats.ts';

/** What patrons thought of a chat, and what the home library noted down about it. */

/** Bad, Okay, Good, Great. */
export const ratingValue = z.literal([1, 2, 3, 4]);
export type RatingValue = z.infer<typeof ratingValue>;

/** Characters of a patron's comment. */
export const COMMENT_CHARACTERS = 2_000;

/** The home library's comment on a transcript, to one who answered; who may reply. */
export const qualityNote = z.object({
  id,
  chatId: id,
  at: instant,
  authorId: id,
  authorName: z.string(),
  /** Of the author, at that moment. */
  authorInstitutionName: z.string(),
  /** About whose part it is. */
  operatorId: id,
  operatorName: z.string(),
  text: z.string(),
  /** The library's own judgement, as patrons rate. */
  rating: ratingValue.nullable(),
  reply: z.object({ text: z.string(), at: instant }).nullable(),
  /** To the caller: a note that they have not read, or a reply to their note. */
  unread: z.boolean(),
  /** The caller is whom it is about. */
  mayReply: z.boolean(),
});
export type QualityNote = z.infer<typeof qualityNote>;

/** One chat with what was said about it. */
export const feedbackItem = z.object({
  chatId: id,
  openedAt: instant,
  institutionId: id,
  institutionName: z.string(),
  queueId: id,
  queueName: z.string(),
  /** Cut at 300 characters. */
  question: z.string(),
  patronName: z.string(),
  answerings: z.array(answering),
  /** Null: only the library noted something. */
  rating: z.object({ value: ratingValue, comment: z.string().nullable(), at: instant }).nullable(),
  notes: z.array(qualityNote),
});
export type FeedbackItem = z.infer<typeof feedbackItem>;

const feedbackFilter = chatFilter.extend({
  /** Only those with a comment, or with a quality note. */
  has: z.literal(['comment', 'note']).optional(),
  /** Only those with something that the caller has not read. */
  unread: z.stringbool().optional(),
});

export const listFeedback = endpoint({
  method: 'GET',
  path: '/feedback',
  summary: 'Ratings with their comments, and quality notes, of a scope; latest chat first',
  access: 'staff',
  query: feedbackFilter.extend({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual),
  }),
  answers: {
    200: z.object({ items: z.array(feedbackItem), nextCursor: z.string().nullable() }),
  },
  problems: ['not_found', 'too_long', 'unavailable'],
});

export const exportFeedback = endpoint({
  method: 'GET',
  path: '/feedback/export',
  summary: 'The same as a CSV file',
  access: 'staff',
  query: feedbackFilter,
  answers: { 200: z.string() },
  files: ['text/csv'],
  problems: ['not_found', 'too_long', 'unavailable'],
});

/** For the sign beside the menu; read again when the socket tells that something changed for the caller. */
export const countUnreadFeedback = endpoint({
  method: 'GET',
  path: '/feedback/unread',
  summary: 'How many quality notes and replies the caller has not read',
  access: 'staff',
  answers: { 200: z.object({ unread: z.int() }) },
});

const chatParams = z.object({ chatId: id });
const noteParams = z.object({ chatId: id, noteId: id });

/** What the patron gave, as they see it. */
export const givenFeedback = z.object({
  rating: ratingValue.nullable(),
  comment: z.string().nullable(),
});
export type GivenFeedback = z.infer<typeof givenFeedback>;

export const giveFeedback = endpoint({
  method: 'PUT',
  path: '/chats/{chatId}/feedback',
  summary: 'The patron rates the chat, from 1 (bad) to 4 (great); again: instead of the first time',
  access: 'patron',
  params: chatParams,
  body: z.object({ rating: ratingValue, comment: plainText(COMMENT_CHARACTERS).optional() }),
  answers: { 200: givenFeedback },
  problems: ['not_found'],
});

export const readGivenFeedback = endpoint({
  method: 'GET',
  path: '/chats/{chatId}/feedback',
  summary: 'What the patron gave; null: nothing yet',
  access: 'patron',
  params: chatParams,
  answers: { 200: givenFeedback },
  problems: ['not_found'],
});

export const addQualityNote = endpoint({
  method: 'POST',
  path: '/transcripts/{chatId}/notes',
  summary:
    'The home library comments on a transcript; the operator gets it; repeatable by clientId',
  access: 'staff',
  params: chatParams,
  body: z.object({
    clientId: id,
    text: writtenText,
    rating: ratingValue.optional(),
    /** One of those who answered; absent: who did so last. */
    operatorId: id.optional(),
  }),
  answers: { 201: qualityNote, 200: qualityNote },
  problems: ['not_found', 'may_not', 'breaks_rule', 'client_id_taken'],
});

export const replyToQualityNote = endpoint({
  method: 'PUT',
  path: '/transcripts/{chatId}/notes/{noteId}/reply',
  summary: 'The operator replies to a note about them; again: instead of the first reply',
  access: 'staff',
  params: noteParams,
  body: z.object({ text: writtenText }),
  answers: { 200: qualityNote },
  problems: ['not_found', 'may_not'],
});

export const readQualityNotes = endpoint({
  method: 'PUT',
  path: '/transcripts/{chatId}/notes/read',
  summary: 'The caller has read the notes and replies of this transcript',
  access: 'staff',
  params: chatParams,
  answers: { 200: z.object({ unread: z.int() }) },
  problems: ['not_found'],
});

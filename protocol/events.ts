import { z } from 'zod';
import { id, instant, visitedPage } from './schemas.ts';

/**
 * The events of a chat, in order: live stream, transcript and audit at once. Staff and patron read
 * their own gapless numbers (`seq`): a note is one of the staff's and none of the patron's.
 */

export const speaker = z.object({
  kind: z.literal(['patron', 'operator', 'system']),
  /** Staff only; a patron is not told accounts. */
  accountId: id.optional(),
  /** Display name of an operator, chosen name of a patron. */
  name: z.string().optional(),
  /** Name of the answering institution, where it may be told. */
  institution: z.string().optional(),
});
export type Speaker = z.infer<typeof speaker>;

/** The queue by which a chat came to somebody. */
const queueEntered = z.object({
  id,
  name: z.string(),
  coopName: z.string().nullable(),
  coopId: id.nullable().optional(),
});
const colleagueNamed = z.object({ accountId: id, name: z.string() });

const common = { seq: z.int().positive(), at: instant, by: speaker };

export const closeReason = z.literal(['operator', 'patron', 'question_left', 'lost']);
export type CloseReason = z.infer<typeof closeReason>;

/**
 * How a chat ended for its question, as staff say when they close it and may say otherwise later. The
 * two follow-ups make a ticket at the home institution: to be answered by it, or by who closed the chat.
 */
export const resolution = z.literal([
  'answered',
  'followUpHome',
  'followUpSelf',
  'lost',
  'practice',
]);
export type Resolution = z.infer<typeof resolution>;

export const chatEvent = z.discriminatedUnion('kind', [
  /** The patron opened the chat. The question follows as a message. */
  z.object({ ...common, kind: z.literal('opened'), page: visitedPage.optional() }),
  z.object({ ...common, kind: z.literal('message'), clientId: id, text: z.string() }),
  /** Staff only. */
  z.object({ ...common, kind: z.literal('note'), clientId: id, text: z.string() }),
  /** Staff only: the patron went to another page of the library. */
  z.object({ ...common, kind: z.literal('page'), page: visitedPage }),
  /** Staff only: a further step of the chain is alerted too. */
  z.object({ ...common, kind: z.literal('routed'), queueId: id, queueName: z.string() }),
  /** Staff only: the chat does not ring there any more. */
  z.object({ ...common, kind: z.literal('unrouted'), queueId: id, queueName: z.string() }),
  /**
   * An operator took the chat. `introduction`: the home library's text about helpers from elsewhere.
   * `queue`, staff only: the one through which it was claimed.
   */
  z.object({
    ...common,
    kind: z.literal('claimed'),
    introduction: z.string().optional(),
    queue: queueEntered.optional(),
    /** Staff only: the colleague who passed it on. */
    from: colleagueNamed.optional(),
  }),
  /**
   * The owner is gone or gave the chat back; it waits again where it came from. `passed_on`: it waits
   * at another queue, which its owner sent it to.
   */
  z.object({
    ...common,
    kind: z.literal('returned'),
    reason: z.literal(['gone', 'released', 'passed_on']),
    /** Who had it. */
    operatorName: z.string(),
    /** Staff only, with `passed_on`: where it waits from now on; further ones follow as `routed`. */
    queue: queueEntered.optional(),
    /** Staff only, of who passed it on. */
    note: z.string().optional(),
  }),
  /** Staff only: the owner asks a colleague to take the chat, and keeps it until they do. */
  z.object({
    ...common,
    kind: z.literal('transfer_offered'),
    to: colleagueNamed,
    note: z.string().optional(),
  }),
  /** Staff only: the chat stays with its owner. */
  z.object({
    ...common,
    kind: z.literal('transfer_declined'),
    to: colleagueNamed,
    reason: z.literal(['declined', 'unanswered', 'gone', 'withdrawn']),
  }),
  /** Nobody claimed in time: the patron is offered the form, and may go on waiting. */
  z.object({ ...common, kind: z.literal('form_offered') }),
  z.object({
    ...common,
    kind: z.literal('closed'),
    reason: closeReason,
    /** Staff only, where they closed it. */
    resolution: resolution.optional(),
  }),
  /** Staff only: somebody said, or said otherwise, how it ended. */
  z.object({
    ...common,
    kind: z.literal('resolved'),
    from: resolution.nullable(),
    to: resolution,
  }),
]);
export type ChatEvent = z.infer<typeof chatEvent>;
export type ChatEventKind = ChatEvent['kind'];

/** Kinds that a patron never learns of. */
export const STAFF_ONLY_KINDS: readonly ChatEventKind[] = [
  'note',
  'page',
  'routed',
  'unrouted',
  'transfer_offered',
  'transfer_declined',
  'resolved',
];

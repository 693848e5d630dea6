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

const common = { seq: z.int().positive(), at: instant, by: speaker };

export const closeReason = z.literal(['operator', 'patron', 'question_left', 'lost']);
export type CloseReason = z.infer<typeof closeReason>;

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
  /**
   * An operator took the chat. `introduction`: the home library's text about helpers from elsewhere.
   * `queue`, staff only: the one through which it was claimed.
   */
  z.object({
    ...common,
    kind: z.literal('claimed'),
    introduction: z.string().optional(),
    queue: z.object({ id, name: z.string(), coopName: z.string().nullable() }).optional(),
  }),
  /** The owner is gone or gave the chat back; it waits again where it came from. */
  z.object({
    ...common,
    kind: z.literal('returned'),
    reason: z.literal(['gone', 'released']),
    /** Who had it. */
    operatorName: z.string(),
  }),
  /** Nobody claimed in time: the patron is offered the form, and may go on waiting. */
  z.object({ ...common, kind: z.literal('form_offered') }),
  z.object({ ...common, kind: z.literal('closed'), reason: closeReason }),
]);
export type ChatEvent = z.infer<typeof chatEvent>;
export type ChatEventKind = ChatEvent['kind'];

/** Kinds that a patron never learns of. */
export const STAFF_ONLY_KINDS: readonly ChatEventKind[] = ['note', 'page', 'routed'];

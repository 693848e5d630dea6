import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, page, personName } from './schemas.ts';

export const queueKind = z.literal(['chat', 'proactive', 'practice']);
export type QueueKind = z.infer<typeof queueKind>;

export const queue = z.object({
  id,
  name: personName,
  kind: queueKind,
  /** Owned by an institution or by a co-op, never both. */
  institutionId: id.nullable(),
  coopId: id.nullable(),
});
export type Queue = z.infer<typeof queue>;

export const ownedQueue = queue.extend({
  /** The institution's or the co-op's name. */
  ownerName: z.string(),
});
export type OwnedQueue = z.infer<typeof ownedQueue>;

/** A queue as its operator sees it at the desk, under its owner's name. */
export const deskQueue = ownedQueue.extend({
  optedIn: z.boolean(),
  /** Operators who would be offered a chat of this queue now, the caller included. */
  operatorsOn: z.int(),
});
export type DeskQueue = z.infer<typeof deskQueue>;

export const listQueues = endpoint({
  method: 'GET',
  path: '/queues',
  summary: 'The queues that the caller can see, by name',
  access: 'staff',
  answers: { 200: page(ownedQueue) },
});

export const optIntoQueue = endpoint({
  method: 'PUT',
  path: '/queues/{queueId}/opt-in',
  summary: 'Opt in or out of one of one’s queues; running chats go on',
  access: 'staff',
  params: z.object({ queueId: id }),
  body: z.object({ optedIn: z.boolean() }),
  answers: { 200: deskQueue },
  problems: ['not_found', 'no_chat_access'],
});

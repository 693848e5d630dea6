import { z } from 'zod';
import { staffChat } from './chats.ts';
import { endpoint } from './endpoint.ts';
import { operatorState } from './presence.ts';
import { id, writtenText } from './schemas.ts';

/** A chat goes from hand to hand: to a colleague, who is asked, or to a queue, where it waits again. */

const chatParams = z.object({ chatId: id });

export const transferChat = endpoint({
  method: 'POST',
  path: '/chats/{chatId}/transfer',
  summary:
    'Offer one’s chat to a colleague, or pass it on to a queue or a co-op; repeatable with the same clientId',
  access: 'staff',
  params: chatParams,
  body: z
    .object({
      clientId: id,
      accountId: id.optional(),
      queueId: id.optional(),
      coopId: id.optional(),
      /** For whoever takes it; no patron reads it. */
      note: writtenText.optional(),
    })
    .refine(
      ({ accountId, queueId, coopId }) =>
        [accountId, queueId, coopId].filter((target) => target !== undefined).length === 1,
      { error: 'names a colleague, a queue or a co-op, one of the three', path: ['accountId'] },
    ),
  answers: { 200: staffChat },
  problems: [
    'not_found',
    'may_not',
    'chat_closed',
    'conflict',
    'breaks_rule',
    'client_id_taken',
    'no_chat_access',
  ],
});

export const acceptTransfer = endpoint({
  method: 'POST',
  path: '/chats/{chatId}/transfer/accept',
  summary: 'Take over a chat that a colleague offers; again, when it is one’s own already, is fine',
  access: 'staff',
  params: chatParams,
  answers: { 200: staffChat },
  problems: ['not_found', 'conflict', 'at_limit', 'no_chat_access'],
});

export const declineTransfer = endpoint({
  method: 'POST',
  path: '/chats/{chatId}/transfer/decline',
  summary: 'Leave an offered chat with its operator; by who offered it: take the offer back',
  access: 'staff',
  params: chatParams,
  answers: { 204: null },
  problems: ['not_found', 'conflict'],
});

export const transferTargets = z.object({
  /** Colleagues who have the desk open and may answer for the chat’s library: first who has room. */
  people: z.array(
    z.object({
      accountId: id,
      displayName: z.string(),
      institutionName: z.string(),
      state: operatorState,
      openChats: z.int(),
      maxChats: z.int(),
    }),
  ),
  /** Of the chat’s library, and of the co-ops that the caller has a level in: online ones first. */
  queues: z.array(
    z.object({
      queueId: id,
      name: z.string(),
      ownerName: z.string(),
      coopId: id.nullable(),
      isOnline: z.boolean(),
    }),
  ),
  /** `isCovered`: it answers for the chat’s library at this hour. */
  coops: z.array(
    z.object({ coopId: id, name: z.string(), isOnline: z.boolean(), isCovered: z.boolean() }),
  ),
});
export type TransferTargets = z.infer<typeof transferTargets>;

export const listTransferTargets = endpoint({
  method: 'GET',
  path: '/chats/{chatId}/transfer/targets',
  summary: 'To whom and where the caller may pass this chat on',
  access: 'staff',
  params: chatParams,
  answers: { 200: transferTargets },
  problems: ['not_found', 'may_not', 'no_chat_access'],
});

export const TRANSFER_ENDPOINTS = {
  listTransferTargets,
  transferChat,
  acceptTransfer,
  declineTransfer,
} as const;

import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { MESSAGE_CHARACTERS } from './limits.ts';
import { id, personName, plainText, writtenText } from './schemas.ts';

/** What a pool of canned messages has in it, and how it is found at the desk. */

export const cannedMessage = z.object({
  id,
  poolId: id,
  title: personName,
  text: z.string().max(MESSAGE_CHARACTERS),
});
export type CannedMessage = z.infer<typeof cannedMessage>;

const poolParams = z.object({ poolId: id });

export const listPoolMessages = endpoint({
  method: 'GET',
  path: '/pools/{poolId}/messages',
  summary: 'The canned messages of a pool, by title',
  access: 'staff',
  params: poolParams,
  answers: { 200: z.object({ items: z.array(cannedMessage), nextCursor: z.null() }) },
  problems: ['not_found'],
});
export const createPoolMessage = endpoint({
  method: 'POST',
  path: '/pools/{poolId}/messages',
  summary: 'Add a canned message',
  access: 'staff',
  params: poolParams,
  body: z.object({ title: personName, text: writtenText }),
  answers: { 201: cannedMessage },
  problems: ['not_found', 'may_not'],
});
export const changePoolMessage = endpoint({
  method: 'PATCH',
  path: '/pools/{poolId}/messages/{messageId}',
  summary: 'Change a canned message',
  access: 'staff',
  params: poolParams.extend({ messageId: id }),
  body: z.object({ title: personName, text: writtenText }).partial(),
  answers: { 200: cannedMessage },
  problems: ['not_found', 'may_not'],
});
export const deletePoolMessage = endpoint({
  method: 'DELETE',
  path: '/pools/{poolId}/messages/{messageId}',
  summary: 'Delete a canned message',
  access: 'staff',
  params: poolParams.extend({ messageId: id }),
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

/** What the desk completes as one types `/`: the messages of all pools that the caller is a member of. */
export const searchCannedMessages = endpoint({
  method: 'GET',
  path: '/canned-messages',
  summary: 'One’s canned messages that contain the words, best first',
  access: 'staff',
  query: z.object({ q: plainText(100).default('') }),
  answers: { 200: z.object({ items: z.array(cannedMessage), nextCursor: z.null() }) },
});

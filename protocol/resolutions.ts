import { z } from 'zod';
import { staffChat } from './chats.ts';
import { endpoint } from './endpoint.ts';
import { resolution } from './events.ts';
import { emailAddress, id, writtenText } from './schemas.ts';

export const changeResolution = endpoint({
  method: 'PUT',
  path: '/chats/{chatId}/resolution',
  summary: 'Say, or say otherwise, how a closed chat ended; a follow-up makes or keeps its ticket',
  access: 'staff',
  params: z.object({ chatId: id }),
  body: z.object({
    resolution,
    /** For staff, in the chat and in its ticket. */
    note: writtenText.optional(),
    /** Of the patron, for the ticket of a follow-up. */
    email: emailAddress.optional(),
  }),
  answers: { 200: staffChat },
  problems: ['not_found', 'no_chat_access', 'conflict'],
});

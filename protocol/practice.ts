import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './schemas.ts';

/**
 * What the patron of a practice comes with: a book to find, another library's hours, or a fee that
 * they hold for wrong.
 */
export const practiceScript = z.literal(['catalogue', 'hours', 'upset']);
export type PracticeScript = z.infer<typeof practiceScript>;

export const beginPractice = endpoint({
  method: 'POST',
  path: '/practices',
  summary:
    'Practise a chat with a scripted patron, offered to the caller alone; 200 with the one that is under way, if any',
  access: 'staff',
  body: z.object({ script: practiceScript }),
  answers: { 201: z.object({ chatId: id }), 200: z.object({ chatId: id }) },
  problems: ['no_chat_access'],
});

export const finishTour = endpoint({
  method: 'PUT',
  path: '/session/tour',
  summary: 'The caller has seen the tour of the desk, or skipped it',
  access: 'staff',
  answers: { 204: null },
});

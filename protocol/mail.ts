import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { MAIL_BYTES } from './limits.ts';

/** What became of a mail that came in. */
export const mailVerdict = z.literal([
  /** It stands in its ticket. */
  'taken',
  /** It stood there already. */
  'repeat',
  /** It told that a mail of ours did not arrive; its ticket says so. */
  'bounce',
  /** An out-of-office answer and its like, or a mail of ours that came back round. */
  'automatic',
  /** It names no ticket by a token of this installation. */
  'unknown',
]);
export type MailVerdict = z.infer<typeof mailVerdict>;

export const receiveMail = endpoint({
  method: 'POST',
  path: '/mail',
  summary:
    'The mail hook: one mail as it came, for mail servers that pipe; `Authorization: Bearer` MAIL_HOOK_SECRET',
  access: 'public',
  takes: ['message/rfc822'],
  bodyBytes: MAIL_BYTES,
  answers: { 200: z.object({ verdict: mailVerdict }) },
  problems: ['not_signed_in', 'not_found', 'too_large', 'unsupported_media_type'],
});

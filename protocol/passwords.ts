import { z } from 'zod';
import { newPassword } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { emailAddress, instant, plainText } from './schemas.ts';

/** Forgotten usernames and passwords. None of it tells whether an account exists. */

export const forgotPassword = endpoint({
  method: 'POST',
  path: '/session/forgot-password',
  summary: 'Mail a link to choose a new password, good once, for an hour; always 202',
  access: 'public',
  body: z.object({ username: plainText(200) }),
  answers: { 202: null },
  problems: ['foreign_origin'],
});

export const forgotUsername = endpoint({
  method: 'POST',
  path: '/session/forgot-username',
  summary: 'Mail all usernames of an address to it; always 202',
  access: 'public',
  body: z.object({ email: emailAddress }),
  answers: { 202: null },
  problems: ['foreign_origin'],
});

/** What the page of a link shows before a password is typed: for whom it is, and whether it still holds. */
export const checkPasswordLink = endpoint({
  method: 'POST',
  path: '/session/password-links',
  summary: 'Whose password the link from a mail is for',
  access: 'public',
  body: z.object({ token: z.string().min(1).max(200) }),
  answers: {
    200: z.object({
      username: z.string(),
      displayName: z.string(),
      institutionName: z.string(),
      purpose: z.literal(['reset', 'invitation']),
      expiresAt: instant,
    }),
  },
  problems: ['not_found', 'foreign_origin'],
});

/** For a reset link and for an invitation alike: `/password#TOKEN`. Ends all sessions of the account. */
export const resetPassword = endpoint({
  method: 'POST',
  path: '/session/reset-password',
  summary: 'Choose a password by the link from a mail',
  access: 'public',
  body: z.object({ token: z.string().min(1).max(200), password: newPassword }),
  answers: { 204: null },
  problems: ['not_found', 'breaks_rule', 'foreign_origin'],
});

export const changeOwnPassword = endpoint({
  method: 'PUT',
  path: '/session/password',
  summary: 'Change one’s own password; all other sessions end',
  access: 'staff',
  body: z.object({ current: plainText(1_000), password: newPassword }),
  answers: { 204: null },
  problems: ['wrong_credentials', 'breaks_rule'],
});

export const changeOwnEmail = endpoint({
  method: 'PUT',
  path: '/session/email',
  summary: 'Change one’s own e-mail address; the old one is told. Null: none',
  access: 'staff',
  body: z.object({ email: emailAddress.nullable(), password: plainText(1_000) }),
  answers: { 204: null },
  problems: ['wrong_credentials'],
});

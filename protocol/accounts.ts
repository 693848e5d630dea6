import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PASSWORD_CHARACTERS, USERNAME_CHARACTERS } from './limits.ts';
import { emailAddress, id, personName, plainText } from './schemas.ts';

export const role = z.literal(['operator', 'admin', 'owner']);
export type Role = z.infer<typeof role>;

export const username = z
  .string()
  .min(2)
  .max(USERNAME_CHARACTERS)
  .regex(/^[a-z0-9._-]+$/, {
    error: 'lower case letters, digits, hyphen, underscore and dot only',
  });

export const newPassword = z.string().min(PASSWORD_CHARACTERS.least).max(PASSWORD_CHARACTERS.most);

export const account = z.object({
  id,
  username,
  displayName: personName,
  email: emailAddress.nullable(),
  institutionId: id,
  role,
  chatAccess: z.boolean(),
});
export type Account = z.infer<typeof account>;

/** With `mustAddSecondFactor`, all but one's session, password and second factors answers second_factor_required. */
export const signedIn = z.object({
  account,
  mustAddSecondFactor: z.boolean(),
  /** They have seen the tour of the desk, or skipped it. */
  isToured: z.boolean(),
});
export type SignedIn = z.infer<typeof signedIn>;

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  summary: 'Sign in with username and password; sets the session cookie',
  access: 'public',
  body: z.object({
    username: plainText(200),
    password: plainText(1_000),
    /** Of an authenticator app, or a recovery code. */
    code: plainText(30).optional(),
  }),
  answers: { 201: signedIn },
  problems: ['wrong_credentials', 'second_factor_needed', 'wrong_code', 'foreign_origin'],
});

export const readSession = endpoint({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in',
  access: 'staff',
  answers: { 200: signedIn },
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out on this browser',
  access: 'staff',
  answers: { 204: null },
});

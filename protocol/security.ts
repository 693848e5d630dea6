import { z } from 'zod';
import { signedIn } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, personName, plainText } from './schemas.ts';

/** One's own sessions and second factors. */

export const session = z.object({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  /** `Firefox on Linux`, as far as the browser says. */
  device: z.string(),
  address: z.string(),
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  summary: 'Where one is signed in',
  access: 'staff',
  answers: { 200: z.object({ items: z.array(session) }) },
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/sessions/{sessionId}',
  summary: 'Sign out there',
  access: 'staff',
  params: z.object({ sessionId: id }),
  answers: { 204: null },
  problems: ['not_found'],
});

export const passkey = z.object({
  id,
  name: personName,
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type Passkey = z.infer<typeof passkey>;

export const secondFactors = z.object({
  /** The institution wants one of them. */
  required: z.boolean(),
  totp: z.boolean(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(passkey),
});
export type SecondFactors = z.infer<typeof secondFactors>;

export const readSecondFactors = endpoint({
  method: 'GET',
  path: '/security',
  summary: 'One’s second factors',
  access: 'staff',
  answers: { 200: secondFactors },
});

export const beginTotp = endpoint({
  method: 'POST',
  path: '/security/totp',
  summary: 'Begin to set up an authenticator app; nothing holds until it is confirmed',
  access: 'staff',
  body: z.object({ password: plainText(1_000) }),
  /** `uri`: otpauth://…, for a QR code; `secret`: base32, to be typed. */
  answers: { 200: z.object({ uri: z.string(), secret: z.string() }) },
  problems: ['wrong_credentials', 'conflict'],
});

export const confirmTotp = endpoint({
  method: 'POST',
  path: '/security/totp/confirmation',
  summary: 'Confirm the authenticator app by a code; answers ten recovery codes, shown once',
  access: 'staff',
  body: z.object({ code: plainText(20) }),
  answers: { 200: z.object({ recoveryCodes: z.array(z.string()) }) },
  problems: ['breaks_rule', 'conflict'],
});

export const endTotp = endpoint({
  method: 'DELETE',
  path: '/security/totp',
  summary: 'Do without the authenticator app',
  access: 'staff',
  body: z.object({ password: plainText(1_000) }),
  answers: { 204: null },
  problems: ['wrong_credentials', 'conflict'],
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/security/recovery-codes',
  summary: 'Ten new recovery codes, shown once; those from before hold no more',
  access: 'staff',
  body: z.object({ password: plainText(1_000) }),
  answers: { 200: z.object({ recoveryCodes: z.array(z.string()) }) },
  problems: ['wrong_credentials', 'conflict'],
});

/** WebAuthn's own JSON forms (PublicKeyCredentialCreationOptionsJSON and so on), checked by the library. */
const webAuthnJson = z.record(z.string(), z.unknown());

export const beginPasskey = endpoint({
  method: 'POST',
  path: '/security/passkeys/options',
  summary: 'Begin to add a passkey',
  access: 'staff',
  body: z.object({ password: plainText(1_000) }),
  answers: { 200: z.object({ options: webAuthnJson }) },
  problems: ['wrong_credentials'],
});

export const addPasskey = endpoint({
  method: 'POST',
  path: '/security/passkeys',
  summary: 'Add the passkey that the browser made',
  access: 'staff',
  body: z.object({ name: personName, response: webAuthnJson }),
  answers: { 201: passkey },
  problems: ['breaks_rule'],
});

export const removePasskey = endpoint({
  method: 'DELETE',
  path: '/security/passkeys/{passkeyId}',
  summary: 'Remove a passkey',
  access: 'staff',
  params: z.object({ passkeyId: id }),
  answers: { 204: null },
  problems: ['not_found', 'conflict'],
});

export const removeSecondFactors = endpoint({
  method: 'DELETE',
  path: '/accounts/{accountId}/second-factors',
  summary: 'Take all second factors from somebody who has lost them; ends their sessions',
  access: 'staff',
  params: z.object({ accountId: id }),
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

export const beginPasskeySignIn = endpoint({
  method: 'POST',
  path: '/session/passkey/options',
  summary: 'Begin to sign in with a passkey, without a username',
  access: 'public',
  answers: { 200: z.object({ challengeId: id, options: webAuthnJson }) },
  problems: ['foreign_origin'],
});

export const signInWithPasskey = endpoint({
  method: 'POST',
  path: '/session/passkey',
  summary: 'Sign in with a passkey; it stands for password and second factor',
  access: 'public',
  body: z.object({ challengeId: id, response: webAuthnJson }),
  answers: { 201: signedIn },
  problems: ['wrong_credentials', 'foreign_origin'],
});

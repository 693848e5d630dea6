import type {
  AuthenticationResponseJSON,
  RegistrationResponseJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { StaffActor } from '../platform/http/actor.ts';
import type { StoredPasskey } from './passkey-store.ts';

/** The ceremonies of WebAuthn, without a database. `publicUrl` is an origin. */

/** EdDSA, ES256 and RS256 (RFC 9053): what today's keys speak, and this Node verifies without a warning. */
const ALGORITHMS = [-8, -7, -257];

/** What a browser needs to make a passkey: discoverable, and with the person's finger or PIN. */
export function registrationOptions(
  publicUrl: string,
  actor: StaffActor,
  existing: readonly StoredPasskey[],
) {
  return generateRegistrationOptions({
    rpName: 'Carrel',
    rpID: new URL(publicUrl).hostname,
    userID: new TextEncoder().encode(actor.accountId),
    userName: actor.username,
    userDisplayName: actor.displayName,
    attestationType: 'none',
    excludeCredentials: existing.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports,
    })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The new credential; null when the answer does not fit the challenge, this origin or its own signature. */
export async function readRegistration(
  publicUrl: string,
  challenge: string,
  response: Record<string, unknown>,
): Promise<WebAuthnCredential | null> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: publicUrl,
    expectedRPID: new URL(publicUrl).hostname,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => NOT_VERIFIED);
  return verified && registrationInfo ? registrationInfo.credential : null;
}

/** No list of credentials: the browser offers those that it has for this host. */
export function signInOptions(publicUrl: string) {
  return generateAuthenticationOptions({
    rpID: new URL(publicUrl).hostname,
    userVerification: 'required',
  });
}

/** The new signature counter; null when the answer does not fit, or the counter says that the key was copied. */
export async function readSignIn(
  publicUrl: string,
  challenge: string,
  passkey: StoredPasskey,
  response: Record<string, unknown>,
): Promise<number | null> {
  const result = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: publicUrl,
    expectedRPID: new URL(publicUrl).hostname,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => NOT_VERIFIED);
  return result.verified && result.authenticationInfo ? result.authenticationInfo.newCounter : null;
}

/** The library throws for whatever a client got wrong, with messages for programmers. */
const NOT_VERIFIED = {
  verified: false,
  registrationInfo: undefined,
  authenticationInfo: undefined,
} as const;

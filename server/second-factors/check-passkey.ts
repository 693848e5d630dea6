import { newId } from '../platform/ids.ts';
import { CHALLENGE_LIFE_MS } from './add-passkey.ts';
import { readSignIn, signInOptions } from './passkey.ts';
import { findPasskey, insertChallenge, notePasskeyUse, takeChallenge } from './passkey-store.ts';
import type { FactorParts } from './set-up-totp.ts';

/** For somebody who wants to sign in and has not said who they are. */
export async function beginPasskeySignIn({ database, clock, publicUrl }: FactorParts) {
  const options = await signInOptions(publicUrl);
  const challengeId = newId();
  await insertChallenge(database.sql, {
    id: challengeId,
    accountId: null,
    challenge: options.challenge,
    expiresAt: new Date(clock.now().getTime() + CHALLENGE_LIFE_MS),
  });
  return { challengeId, options };
}

/** Whose passkey signed the challenge, which is used up by that; null when it does not fit. */
export async function checkPasskey(
  { database, clock, publicUrl }: FactorParts,
  { challengeId, response }: { challengeId: string; response: Record<string, unknown> },
): Promise<string | null> {
  const { sql } = database;
  const now = clock.now();
  const challenge = await takeChallenge(sql, challengeId, now);
  const credentialId = response['id'];
  const passkey = typeof credentialId === 'string' && (await findPasskey(sql, credentialId));
  if (!challenge || !passkey) return null;
  const counter = await readSignIn(publicUrl, challenge, passkey, response);
  if (counter === null) return null;
  await notePasskeyUse(sql, passkey.id, { counter, lastUsedAt: now });
  return passkey.accountId;
}

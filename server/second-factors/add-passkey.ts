import type { Passkey } from '#protocol/security.ts';
import { confirmOwnPassword, holdSession } from '../passwords/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import { problem } from '../platform/problem.ts';
import { auditOwnFactor } from './audit-factor.ts';
import { readRegistration, registrationOptions } from './passkey.ts';
import {
  deletePasskey,
  insertChallenge,
  insertPasskey,
  listPasskeys,
  type StoredPasskey,
  takeChallengeOf,
} from './passkey-store.ts';
import { refuseToLoseLast } from './refuse-to-lose-last.ts';
import type { FactorParts } from './set-up-totp.ts';

/** Milliseconds that a person has to find their key. */
export const CHALLENGE_LIFE_MS = 300_000;

/** @throws wrong_credentials, too_many_requests */
export async function beginPasskey(parts: FactorParts, actor: StaffActor, password: string) {
  await confirmOwnPassword(parts, actor, password);
  const { database, clock, publicUrl } = parts;
  const existing = await listPasskeys(database.sql, actor.accountId);
  const options = await registrationOptions(publicUrl, actor, existing);
  await insertChallenge(database.sql, {
    id: newId(),
    accountId: actor.accountId,
    challenge: options.challenge,
    expiresAt: new Date(clock.now().getTime() + CHALLENGE_LIFE_MS),
  });
  return options;
}

/** @throws breaks_rule when the browser's answer does not fit what was begun */
export async function addPasskey(
  { database, clock, bus, publicUrl }: FactorParts,
  actor: StaffActor,
  { name, response }: { name: string; response: Record<string, unknown> },
): Promise<StoredPasskey> {
  const { accountId } = actor;
  const createdAt = clock.now();
  const challenge = await takeChallengeOf(database.sql, accountId, createdAt);
  const credential = challenge && (await readRegistration(publicUrl, challenge, response));
  if (!credential) throw unfit();

  const passkey: StoredPasskey = {
    id: newId(),
    accountId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name,
    createdAt,
    lastUsedAt: null,
  };
  await database.sql.transaction().execute(async (sql) => {
    // An admin who ends all sessions and second factors at this moment is not outrun.
    if (!(await holdSession(sql, actor))) throw problem('not_signed_in');
    if (!(await insertPasskey(sql, passkey))) throw unfit();
    await auditOwnFactor(sql, actor, { at: createdAt, action: 'account.passkeyAdded', name });
  });
  bus.publish('operator', { accountId });
  return passkey;
}

/** @throws not_found; conflict when it is the last second factor and one is required */
export async function removePasskey(
  { database, clock }: FactorParts,
  actor: StaffActor,
  passkeyId: string,
): Promise<void> {
  await database.sql.transaction().execute(async (sql) => {
    const name = await deletePasskey(sql, actor.accountId, passkeyId);
    if (name === undefined) throw problem('not_found', 'There is no such passkey.');
    await refuseToLoseLast(sql, actor.accountId);
    await auditOwnFactor(sql, actor, { at: clock.now(), action: 'account.passkeyRemoved', name });
  });
}

export function presentPasskey({ id, name, createdAt, lastUsedAt }: StoredPasskey): Passkey {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

function unfit() {
  const message = 'does not fit; begin again';
  return problem('breaks_rule', `What the browser sent ${message}.`, [
    { path: 'response', message },
  ]);
}

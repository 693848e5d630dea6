import { guessWithinSession } from '../guesses/index.ts';
import { confirmOwnPassword, holdSession } from '../passwords/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import type { Ciphers, Sealed } from '../platform/secrets.ts';
import { auditOwnFactor } from './audit-factor.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import { refuseToLoseLast } from './refuse-to-lose-last.ts';
import {
  confirmAuthenticator,
  deleteAuthenticator,
  findAuthenticator,
  replaceRecoveryCodes,
  saveUnconfirmed,
} from './store.ts';
import { findStep, newTotpSecret, totpUri } from './totp.ts';

export interface FactorParts extends Parts {
  readonly ciphers: Ciphers;
  /** Origin that people open Carrel at: its host is what apps and passkeys call this Carrel. */
  readonly publicUrl: string;
}

/** @throws wrong_credentials, too_many_requests; conflict when an app is set up already */
export async function beginTotp(
  parts: FactorParts,
  actor: StaffActor,
  password: string,
): Promise<{ secret: string; uri: string }> {
  await confirmOwnPassword(parts, actor, password);
  const { database, clock, ciphers, publicUrl } = parts;
  const { accountId } = actor;
  const secret = newTotpSecret();
  const isBegun = await saveUnconfirmed(database.sql, {
    accountId,
    secret: ciphers.encrypt(contextOf(accountId), secret),
    createdAt: clock.now(),
  });
  if (!isBegun)
    throw problem('conflict', 'An authenticator app is set up already. Remove it first.');
  return { secret, uri: totpUri(secret, actor.username, `Carrel ${new URL(publicUrl).hostname}`) };
}

/**
 * Answers the recovery codes, which nobody can read again.
 *
 * @throws breaks_rule for a wrong code; conflict when nothing was begun, or it was confirmed before
 */
export async function confirmTotp(
  parts: FactorParts,
  actor: StaffActor,
  code: string,
): Promise<string[]> {
  const { database, clock, bus } = parts;
  const { accountId } = actor;
  const guess = await guessWithinSession(parts, actor.sessionId);
  const found = await findAuthenticator(database.sql, accountId);
  if (!found || found.confirmedAt !== null) throw nothingBegun();
  const at = clock.now();
  const step = findStep(readSecret(parts, accountId, found.secret), code, at);
  if (step === null) {
    const message = 'is not the one that the app shows now';
    throw problem('breaks_rule', `This code ${message}.`, [{ path: 'code', message }]);
  }
  await guess.right();

  const codes = newRecoveryCodes();
  await database.sql.transaction().execute(async (sql) => {
    const { secret } = found;
    // An admin who ends all sessions and second factors at this moment is not outrun.
    if (!(await holdSession(sql, actor))) throw problem('not_signed_in');
    if (!(await confirmAuthenticator(sql, { accountId, secret, step, at }))) throw nothingBegun();
    await replaceRecoveryCodes(sql, accountId, codes.map(hashRecoveryCode));
    await auditOwnFactor(sql, actor, { at, action: 'account.authenticatorAdded', name: null });
  });
  bus.publish('operator', { accountId });
  return codes;
}

/** @throws wrong_credentials, too_many_requests; conflict when there is none, or it is the last and one is required */
export async function endTotp(
  parts: FactorParts,
  actor: StaffActor,
  password: string,
): Promise<void> {
  await confirmOwnPassword(parts, actor, password);
  const { database, clock } = parts;
  await database.sql.transaction().execute(async (sql) => {
    if (!(await deleteAuthenticator(sql, actor.accountId)))
      throw problem('conflict', 'There is no authenticator app to remove.');
    await refuseToLoseLast(sql, actor.accountId);
    const at = clock.now();
    await auditOwnFactor(sql, actor, { at, action: 'account.authenticatorRemoved', name: null });
  });
}

export function readSecret({ ciphers }: FactorParts, accountId: string, encrypted: Buffer): string {
  return ciphers.decrypt(contextOf(accountId), encrypted);
}

/** Those that were set up last, by whose opening a key shows that it is the right one. */
export async function lastAuthenticators(sql: Queries, limit: number): Promise<Sealed[]> {
  const rows = await sql
    .selectFrom('authenticators')
    .select(['accountId', 'secret'])
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ accountId, secret }) => ({
    context: contextOf(accountId),
    encrypted: secret,
  }));
}

function contextOf(accountId: string): string {
  return `totp:${accountId}`;
}

function nothingBegun() {
  return problem('conflict', 'Begin to set up the authenticator app first.');
}

import { hashRecoveryCode } from './recovery-code.ts';
import { type FactorParts, readSecret } from './set-up-totp.ts';
import { findAuthenticator, takeRecoveryCode, takeStep } from './store.ts';
import { findStep, isTotpCode } from './totp.ts';

/**
 * Whether a code of the authenticator app, or a recovery code, is right; it is used up by that. Who
 * asks counts the guesses.
 */
export async function checkCode(
  parts: FactorParts,
  accountId: string,
  code: string,
): Promise<boolean> {
  const { sql } = parts.database;
  const found = await findAuthenticator(sql, accountId);
  if (!found || found.confirmedAt === null) return false;
  // Without the secret: an installation that has lost its key still knows its recovery codes.
  if (!isTotpCode(code)) return takeRecoveryCode(sql, accountId, hashRecoveryCode(code));
  const step = findStep(readSecret(parts, accountId, found.secret), code, parts.clock.now());
  return step !== null && takeStep(sql, accountId, step);
}

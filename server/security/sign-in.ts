import { findCredentials } from '../accounts/index.ts';
import { guessPassword, judged } from '../guesses/index.ts';
import { verifyPassword } from '../passwords/index.ts';
import type { Background } from '../platform/background.ts';
import { problem } from '../platform/problem.ts';
import {
  checkCode,
  checkPasskey,
  countFactors,
  type FactorParts,
} from '../second-factors/index.ts';
import { type Arrival, type Entrance, openSession } from './open-session.ts';
import { recordRefusal } from './refused-sign-ins.ts';

export interface SignInParts extends FactorParts {
  readonly background: Background;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/**
 * By username and password, and a code where an authenticator app is set up.
 *
 * @throws wrong_credentials, the same for an unknown name as for a wrong password; with the right
 *   password: second_factor_needed (`errors` names `code` or `passkey`), wrong_code;
 *   too_many_requests after several wrong tries
 */
export async function signIn(
  parts: SignInParts,
  { username, password, code }: Credentials,
  arrival: Arrival,
): Promise<Entrance> {
  const name = username.trim().toLowerCase();
  const guess = await guessPassword(parts, name, arrival.from);
  const found = await findCredentials(parts.database.sql, name);
  const holds = await judged(guess, () => verifyPassword(password, found?.passwordHash ?? null));
  const refuse = (accountId: string) =>
    parts.background.begin(recordRefusal(parts, accountId, arrival));
  if (found && !holds) refuse(found.accountId);
  if (!found || !holds) throw problem('wrong_credentials');

  const { accountId, passwordHash } = found;
  const wanted = await wantedFactor(parts, accountId);
  if (wanted === 'passkey' || (wanted === 'code' && code === undefined)) {
    // Not yet right: otherwise a password without its code would wipe out the count of wrong codes.
    await guess.takeBack();
    throw problem('second_factor_needed', NEEDED[wanted], [
      { path: wanted, message: 'is needed to sign in' },
    ]);
  }
  if (wanted === 'code' && !(await checkCode(parts, accountId, code ?? ''))) {
    refuse(accountId);
    throw problem('wrong_code', 'This code is wrong or was used before. Wait for the next one.', [
      { path: 'code', message: 'is wrong or was used before' },
    ]);
  }
  const signedIn = await openSession(parts, { accountId, verified: passwordHash }, arrival);
  await guess.right();
  return signedIn;
}

const NEEDED = {
  code: 'Enter the code that your authenticator app shows, or a recovery code.',
  passkey: 'Your institution requires a second factor: sign in with your passkey.',
} as const;

/**
 * A password alone is no second factor: where one is required and a passkey is all there is, the
 * passkey signs in. Where none is required a passkey is a convenience, and the password still does.
 */
async function wantedFactor(
  { database }: FactorParts,
  accountId: string,
): Promise<'code' | 'passkey' | null> {
  const { required, totp, passkeys } = await countFactors(database.sql, accountId);
  if (totp) return 'code';
  return required && passkeys > 0 ? 'passkey' : null;
}

/**
 * By a passkey, which says itself whose it is, and stands for password and second factor.
 *
 * @throws wrong_credentials
 */
export async function signInWithPasskey(
  parts: FactorParts,
  answer: { challengeId: string; response: Record<string, unknown> },
  arrival: Arrival,
): Promise<Entrance> {
  const accountId = await checkPasskey(parts, answer);
  if (accountId === null)
    throw problem('wrong_credentials', 'This passkey does not open an account here.');
  return openSession(parts, { accountId, verified: null }, arrival);
}

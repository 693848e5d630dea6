import { confirmOwnPassword, holdSession } from '../passwords/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import { auditOwnFactor } from './audit-factor.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import type { FactorParts } from './set-up-totp.ts';
import { findAuthenticator, replaceRecoveryCodes } from './store.ts';

/**
 * Answers ten new recovery codes, which nobody can read again; those from before hold no more.
 *
 * @throws wrong_credentials, too_many_requests; conflict without an authenticator app
 */
export async function renewRecoveryCodes(
  parts: FactorParts,
  actor: StaffActor,
  password: string,
): Promise<string[]> {
  await confirmOwnPassword(parts, actor, password);
  const { accountId } = actor;
  const codes = newRecoveryCodes();
  await parts.database.sql.transaction().execute(async (sql) => {
    if (!(await holdSession(sql, actor))) throw problem('not_signed_in');
    const app = await findAuthenticator(sql, accountId);
    if (!app || app.confirmedAt === null)
      throw problem(
        'conflict',
        'Recovery codes stand in for an authenticator app: set one up first.',
      );
    await replaceRecoveryCodes(sql, accountId, codes.map(hashRecoveryCode));
    const at = parts.clock.now();
    await auditOwnFactor(sql, actor, { at, action: 'account.recoveryCodesRenewed', name: null });
  });
  return codes;
}
